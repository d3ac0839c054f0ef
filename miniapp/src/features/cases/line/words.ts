import type { getLineHistory } from '@linli/contracts/line'
import type { LineWords } from '../../../shared/cases/case-parts'
import type { Reply } from '../../../shared/http/request'
import { momentWords } from '../../../shared/time/time-words'
import type { TimelineStep } from '../../../shared/ui/timeline-step'
import { lineText } from './text'

export type History = Reply<typeof getLineHistory>

/** Why somebody stands where they stand: joined when and with what, what happened ahead, and every manual move. */
export function historySteps(history: History, own: LineWords, now: number): TimelineStep[] {
  const { joinedAt, score, ahead, moves } = history
  const joined = step(
    'joined',
    lineText.joined,
    momentWords(joinedAt, now),
    score === null ? undefined : pointsWords(score, own),
  )
  const counted = [
    { key: 'placed', n: ahead.placed, what: own.placed },
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

const pointsWords = (score: number, { points }: LineWords) =>
  score === 0 ? lineText.noPoints : points(score)
