import type { DeskTask } from '@linli/contracts/tasks'
import type { Tone } from '../../shared/ui/tone'
import { listText } from './text'

export interface Standing {
  tone: Tone
  words: string
}

type Said = Pick<DeskTask, 'state' | 'startsAt' | 'endsAt' | 'places' | 'taken'> &
  Partial<Pick<DeskTask, 'toConfirm'>>

/** How a task stands for whoever organises it: who is missing, or whose hours. */
export function standing(
  { state, startsAt, endsAt, places, taken, toConfirm = 0 }: Said,
  now: number,
): Standing {
  if (state === 'cancelled') return { tone: 'quiet', words: listText.off }
  if (toConfirm > 0) return { tone: 'bad', words: listText.toConfirm(toConfirm) }
  if (Date.parse(endsAt) <= now) return { tone: 'quiet', words: listText.done }
  if (Date.parse(startsAt) <= now) return { tone: 'wait', words: listText.began }
  const short = places - taken
  return short > 0 ? { tone: 'bad', words: listText.short(short) } : { tone: 'good', words: listText.enough }
}
