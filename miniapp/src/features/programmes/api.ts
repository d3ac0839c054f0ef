import { listMyCases } from '@linli/contracts/cases'
import { getProgramme, listProgrammes } from '@linli/contracts/programmes'
import { checkEligibility, getDraw, signUp } from '@linli/contracts/enrolments'
import type { Reply } from '../../shared/http/request'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

/** Places and phases change while the page is looked at. */
const refetchEvery = 30_000

export const useProgrammes = (community: string) =>
  usePages(listProgrammes, (cursor) => ({ query: { community, cursor } }), true)
export const useProgramme = (id: string) =>
  useAnswer(getProgramme, { params: { id } }, { keep: true, enabled: id !== '', refetchEvery })
/** Nicknames and ages only; kept, so that everything is ready where the network is slow. */
export const useEligibility = (id: string, signedIn: boolean) =>
  useAnswer(checkEligibility, { params: { id } }, { keep: true, enabled: signedIn && id !== '' })
/** Not for the outbox: who signs up has to know at once. */
export const useSignUp = (done: () => void) => useWrite(signUp, { done })

export type DrawAnswer = Reply<typeof getDraw>
export const useDraw = (id: string) =>
  useAnswer(getDraw, { params: { id } }, { keep: true, enabled: id !== '' })

export interface MyNumber {
  number: number
  /** Whose it is. */
  nickname: string | null
}

/** The reader's own numbers in one draw. */
export function useMyNumbers(programmeId: string, signedIn: boolean): MyNumber[] {
  const query = useAnswer(
    listMyCases,
    { query: { show: 'all', type: 'enrolment' } },
    { enabled: signedIn && programmeId !== '' },
  )
  return (query.data?.cases ?? []).flatMap((one) =>
    one.type === 'enrolment' && one.facts.programmeId === programmeId && one.facts.drawNumber !== null
      ? [{ number: one.facts.drawNumber, nickname: one.nickname }]
      : [],
  )
}
