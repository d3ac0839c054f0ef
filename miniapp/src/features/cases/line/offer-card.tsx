import './line.css'
import type { CaseDetail } from '@linli/contracts/cases'
import { serviceOf } from '../../../shared/cases/terms'
import { dueWords, momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { isOfferOpen } from '../words'
import { useGroupRule } from './api'
import { lineText } from './text'

const soonMs = 4 * 3_600_000

/** Before that, how long there still is only says the time above once more. */
const isSoon = (one: CaseDetail, now: number) => isOfferOpen(one, now) && !isOfferOpen(one, now + soonMs)

/** What the line has kept for somebody, until when, and what happens after that. */
export function OfferCard({ one }: { one: CaseDetail }) {
  const now = useNow(10_000)
  const together = useGroupRule(one.id) === 'all'
  const { heldUntil } = one
  if (heldUntil === null) return null
  return (
    <Box as="section" className="card offer">
      <Box role="alert">
        <Box as="h2" className="card__title">
          {lineText.offer}
        </Box>
      </Box>
      <Box className="offer__until">
        {lineText.offerKept[serviceOf(one.type)](` ${momentWords(heldUntil, now)}`)}
      </Box>
      {isSoon(one, now) && <Box>{dueWords(heldUntil, now)}</Box>}
      <Box className="muted">{together ? lineText.together : lineText.offerHelp}</Box>
    </Box>
  )
}
