/** Who signed up for a programme, and what a draw made of it. */
import { createHash } from 'node:crypto'
import { drawOrder, writeList } from '@linli/contracts/draw'
import { minuteMs } from '../../../bff/src/platform/shanghai'
import type { ChildSeed } from './children'
import type { Plan } from './plans'

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
export const dayMs = 1440 * minuteMs

export interface SignUp {
  child: ChildSeed
  state: 'confirmed' | 'waiting' | 'entered'
  at: Date
  number: number | null
  score: number
}

function scoreOf(plan: Plan, child: ChildSeed): number {
  const counts = plan.priority.filter(({ circumstance }) =>
    child.circumstances.some((c) => c === circumstance),
  )
  return counts.reduce((sum, { points }) => sum + points, 0)
}

/** One sign-up a second from the opening on, in the order of the children. */
export function signUps(plan: Plan, children: readonly ChildSeed[]): SignUp[] {
  return children.slice(0, plan.signedUp + plan.waiting).map((child, index) => ({
    child,
    state: plan.mode === 'draw' ? 'entered' : index < plan.signedUp ? 'confirmed' : 'waiting',
    at: new Date(plan.opensAt.getTime() + (index + 1) * 1000),
    number: plan.mode === 'draw' ? index + 1 : null,
    score: scoreOf(plan, child),
  }))
}

export interface Drawn {
  list: string
  seed: string
  order: number[]
  placed: number[]
  at: Date
}

/** Draws for real, and moves every sign-up to where the draw put it. */
export function draw(plan: Plan, entries: SignUp[], seed: string): Drawn {
  const list = writeList(
    entries.map(({ number, score }) => ({ number: number ?? 0, group: number ?? 0, rule: 'one', score })),
  )
  const { order, placed } = drawOrder(list, seed, plan.capacity, hash)
  for (const entry of entries) entry.state = placed.includes(entry.number ?? 0) ? 'confirmed' : 'waiting'
  return { list, seed, order, placed, at: new Date(plan.closesAt.getTime() + dayMs) }
}
