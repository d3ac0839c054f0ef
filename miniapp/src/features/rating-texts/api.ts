import { judgeText, listDoubtfulTexts, listTextsToAnswer, replyToText } from '@linli/contracts/rating-texts'
import type { Reply } from '../../shared/http/request'
import { usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export type TextsShown = 'open' | 'answered'
export type TextToAnswer = Reply<typeof listTextsToAnswer>['texts'][number]

export const useTextsToAnswer = (division: string, show: TextsShown) =>
  usePages(listTextsToAnswer, (cursor) => ({ query: { division, show, cursor } }), false, 30_000)
export const useReply = () => useWrite(replyToText)

export const useDoubtfulTexts = (division: string) =>
  usePages(listDoubtfulTexts, (cursor) => ({ query: { division, cursor } }), false, 30_000)
export const useJudge = (options: Parameters<typeof useWrite<typeof judgeText>>[1]) =>
  useWrite(judgeText, options)
