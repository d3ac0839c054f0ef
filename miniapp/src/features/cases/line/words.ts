import type { getLineHistory } from '@linli/contracts/line'
import type { Service } from '@linli/contracts/ratings'
import type { Reply } from '../../../shared/http/request'
import { momentWords } from '../../../shared/time/time-words'
import type { TimelineStep } from '../../../shared/ui/timeline-step'
import { lineText } from './text'

export type History = Reply<typeof getLineHistory>

/** Why somebody stands where they stand: joined when and with what, what happened ahead, and every manual move. */
export function historySteps(history: History, type: Service, now: number): TimelineStep[] {
  const { joinedAt, score, ahead, moves } = history
  const joined = step(
    'joined',
    lineText.joined,
    momentWords(joinedAt, now),
    score === null ? undefined : pointsWords(score, type),
  )
  const counted = [
    { key: 'placed', n: ahead.placed, what: lineText.placed[type] },
    { key: 'left', n: ahead.left, what: lineText.leftLine },
    { key: 'priority', n: ahead.priority, what: lineText.priority },
    { key: 'moved', n: ahead.moved, what: lineText.moved },
  ]
  const happened = counted.filter(({ n }) => n > 0).map(({ key, n, what }) => step(key, what(n)))
  const byHand = moves.map(({ id, at, from, to, reason, proposedBy, approvedBy, mine }) => {
    const what = mine ? lineText.myMove(from, to) : lineText.move(from, to)
    return step(id, what, `${momentWords(at, now)} · ${lineText.movedBy(proposedBy, approvedBy)}`, reason)
  })
  return [joined, ...happened, ...byHand]
}

const step = (key: string, what: string, when: string | null = null, note: string | null = null) => ({
  key,
  what,
  when,
  note,
})

/** A room's line has no points to count: somebody comes first, or by arrival. */
function pointsWords(score: number, type: Service) {
  if (score === 0) return lineText.noPoints
  return type === 'booking' ? lineText.first : lineText.points(score)
}
