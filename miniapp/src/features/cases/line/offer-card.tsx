import './line.css'
import type { CaseDetail } from '@linli/contracts/cases'
import { casePartsOf } from '../../../shared/cases/case-parts'
import { isOfferOpen } from '../../../shared/cases/line-face'
import { dueWords, momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { useGroupRule } from './api'
import { lineText, plainLine } from './text'

const soonMs = 4 * 3_600_000

/** Before that, how long there still is only says the time above once more. */
const isSoon = (one: CaseDetail, now: number) => isOfferOpen(one, now) && !isOfferOpen(one, now + soonMs)

/** What the line has kept for somebody, until when, and what happens after that. */
export function OfferCard({ one }: { one: CaseDetail }) {
  const now = useNow(10_000)
  const together = useGroupRule(one.id) === 'all'
  const { lapsesAt } = one
  if (lapsesAt === null) return null
  return (
    <Box as="section" className="card offer">
      <Box role="alert">
        <Box as="h2" className="card__title">
          {lineText.offer}
        </Box>
      </Box>
      <Box className="offer__until">
        {(casePartsOf(one)?.line ?? plainLine).kept(` ${momentWords(lapsesAt, now)}`)}
      </Box>
      {isSoon(one, now) && <Box>{dueWords(lapsesAt, now)}</Box>}
      <Box className="muted">{together ? lineText.together : lineText.offerHelp}</Box>
    </Box>
  )
}
