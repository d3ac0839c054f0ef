import { listProposedNumbers } from '@linli/contracts/accounts'
import { type DeskKind, deskList, getCase, readContact } from '@linli/contracts/cases'
import { listFollowUps } from '@linli/contracts/follow-ups'
import { printSlip } from '@linli/contracts/rating-slips'
import { listDoubtfulTexts } from '@linli/contracts/rating-texts'
import { useAnswer, useLook, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

/** The desk says that new requests appear by themselves. */
const refetchEvery = 30_000

export const useDesk = (division: string, show: DeskKind) =>
  usePages(deskList, (cursor) => ({ query: { division, show, cursor } }), false, refetchEvery)
export const useDeskCase = (id: string) => useAnswer(getCase, { params: { id } }, { refetchEvery })
/** The resident reads when it was looked at, so one look is one record. */
export const useContact = () => useLook(readContact)
export const usePrintSlip = () => useWrite(printSlip)

/** How many follow-ups wait for the reader; null while nobody knows. */
export const useFollowUpsWaiting = (division: string, enabled: boolean) =>
  useAnswer(listFollowUps, { query: { division, show: 'mine' } }, { enabled, refetchEvery: 60_000 }).data
    ?.counts.mine ?? null

/** What a member of staff may confirm of what another proposed at the counter. */
export function useNumbersWaiting(division: string, enabled: boolean) {
  const { data } = useAnswer(listProposedNumbers, { query: { division } }, { enabled, refetchEvery: 60_000 })
  return data?.numbers.filter(({ canDecide }) => canDecide).length ?? null
}

/**
 * How many texts wait for a person's look, and since which day the first of them; null where it is not for the reader to
 * look, and while nobody knows.
 */
export function useTextsWaiting(division: string, enabled: boolean) {
  const { data } = useAnswer(listDoubtfulTexts, { query: { division } }, { enabled, refetchEvery: 60_000 })
  return { waiting: data?.waiting ?? null, oldest: data?.texts[0]?.since }
}
