import { getCase } from '@linli/contracts/cases'
import { listChildren } from '@linli/contracts/children'
import { getHome } from '@linli/contracts/home'
import { searchRooms } from '@linli/contracts/room-search'
import type { Reply } from '../../shared/http/request'
import { useAnswer } from '../../shared/http/use-answer'

export type HomeAnswer = Reply<typeof getHome>

/** Signed in or not is part of the question: the personal parts differ. */
export const useHome = (community: string, enabled = true) =>
  useAnswer(getHome, { params: { community } }, { keep: true, enabled, refetchEvery: 60_000 })

export type FreeRoom = Reply<typeof searchRooms>['rooms'][number]

/** The rooms near a community, with what today has left of each. */
export const useFreeRooms = (community: string) =>
  useAnswer(searchRooms, { query: { community } }, { keep: true })

/** The reader's only child; null while they are more, none, or not known yet. */
export function useOnlyChild(enabled: boolean) {
  const children = useAnswer(listChildren, {}, { keep: true, enabled }).data?.children
  return enabled && children?.length === 1 ? (children[0]?.id ?? null) : null
}

/** What only the page of the next case knows, e.g. who opens the door; null while that is not known, or not asked for. */
export function useNextDetail(id: string, enabled: boolean) {
  const { data } = useAnswer(getCase, { params: { id } }, { enabled, keep: true })
  return enabled && data !== undefined ? data : null
}
