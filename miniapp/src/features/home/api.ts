import { getHome } from '@linli/contracts/home'
import type { Reply } from '../../shared/request'
import { useAnswer } from '../../shared/use-answer'

export type HomeAnswer = Reply<typeof getHome>

/** Signed in or not is part of the question: the personal parts differ. */
export const useHome = (community: string) =>
  useAnswer(getHome, { params: { community } }, { keep: true, refetchEvery: 60_000 })
