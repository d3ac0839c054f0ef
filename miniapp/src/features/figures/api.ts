import { getDivision } from '@linli/contracts/divisions'
import { getFigures, listFiguresBelow } from '@linli/contracts/figures'
import { listRatingTexts } from '@linli/contracts/rating-texts'
import type { Reply } from '../../shared/http/request'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import type { Shown } from './shown'

const asked = (shown: Shown) => (shown === 'all' ? {} : { service: shown })

export type BelowRow = Reply<typeof listFiguresBelow>['divisions'][number]

export const useDivision = (code: string) =>
  useAnswer(getDivision, { params: { code } }, { keep: true, enabled: code !== '' })
export const useFigures = (division: string, shown: Shown) =>
  useAnswer(getFigures, { params: { division }, query: asked(shown) }, { enabled: division !== '' })
export const useFiguresBelow = (division: string, shown: Shown) =>
  usePages(listFiguresBelow, (cursor) => ({ params: { division }, query: { ...asked(shown), cursor } }))
export const useTexts = (code: string, shown: Shown) =>
  usePages(listRatingTexts, (cursor) => ({ params: { code }, query: { ...asked(shown), cursor } }))
