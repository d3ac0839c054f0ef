import { type CaseSummary, getCase } from '@linli/contracts/cases'
import { listChildren } from '@linli/contracts/children'
import { getHome } from '@linli/contracts/home'
import type { Reply } from '../../shared/http/request'
import { useAnswer } from '../../shared/http/use-answer'

export type HomeAnswer = Reply<typeof getHome>

/** Signed in or not is part of the question: the personal parts differ. */
export const useHome = (community: string) =>
  useAnswer(getHome, { params: { community } }, { keep: true, refetchEvery: 60_000 })

/** The reader's only child; null while they are more, none, or not known yet. */
export function useOnlyChild(enabled: boolean) {
  const children = useAnswer(listChildren, {}, { keep: true, enabled }).data?.children
  return enabled && children?.length === 1 ? (children[0]?.id ?? null) : null
}

/** Who opens the door of a confirmed booking, as its page says it; null while that is not known, or nobody does. */
export function useKeeper(next: CaseSummary | null) {
  const enabled = next !== null && next.booking !== null && next.state === 'confirmed'
  const given = { params: { id: next?.id ?? '' } }
  const one = useAnswer(getCase, given, { enabled, keep: true }).data
  return (enabled && one?.keeper?.name) || null
}
