/** A waiting line in memory, as plainly as it can be said: what the real one must do at every step. */
import type { GroupRule } from '../../../bff/contracts/src/line'

export type State = 'waiting' | 'held' | 'confirmed' | 'cancelled' | 'lapsed'

export interface Member {
  name: string
  group: Group
  state: State
  heldUntil: number | null
  offers: number
}

export interface Group {
  rule: GroupRule
  score: number
  members: Member[]
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export class LineModel {
  now: number
  /** In the order of arrival. */
  groups: Group[] = []

  constructor(
    now: number,
    public capacity: number,
    readonly start: number,
  ) {
    this.now = now
  }

  get members(): Member[] {
    return this.groups.flatMap((group) => group.members)
  }

  get taken(): number {
    return this.members.filter((m) => m.state === 'held' || m.state === 'confirmed').length
  }

  /** Everybody who ever joined: by score, then by arrival. */
  get standings(): Member[] {
    const scores = [...new Set(this.groups.map((g) => g.score))].sort((a, b) => b - a)
    return scores.flatMap((score) => this.groups.filter((g) => g.score === score).flatMap((g) => g.members))
  }

  join(rule: GroupRule, names: string[], score: number): void {
    const group: Group = { rule, score, members: [] }
    for (const name of names)
      group.members.push({ name, group, state: 'waiting', heldUntil: null, offers: 0 })
    this.groups.push(group)
  }

  settle(): void {
    for (const m of this.members) {
      if (m.state === 'held' && this.isOver(m)) end(m, 'lapsed')
      if (m.state === 'waiting' && this.start <= this.now) end(m, 'lapsed')
    }
    const until = this.deadline()
    if (until === null) return
    for (const m of this.standings) {
      if (m.state !== 'waiting') continue
      const unit = m.group.rule === 'all' ? m.group.members.filter((one) => one.state === 'waiting') : [m]
      if (this.taken + unit.length > this.capacity) continue
      for (const one of unit) Object.assign(one, { state: 'held', heldUntil: until, offers: one.offers + 1 })
    }
  }

  answer(m: Member, action: 'accept' | 'decline' | 'leave'): string {
    if (action === 'leave') {
      if (m.state !== 'waiting' || this.start <= this.now) return 'action_not_open'
      end(m, 'cancelled')
      this.settle()
      return 'cancelled'
    }
    if (m.state === 'lapsed' && m.offers > 0) return 'offer_over'
    if (m.state !== 'held') return 'action_not_open'
    if (this.isOver(m)) return 'offer_over'
    const all = m.group.rule === 'all' ? m.group.members.filter((one) => one.state === 'held') : [m]
    for (const one of all) end(one, action === 'accept' ? 'confirmed' : 'cancelled')
    if (action === 'decline') this.settle()
    return m.state
  }

  giveUp(m: Member): void {
    if (m.state !== 'confirmed') return
    end(m, 'cancelled')
    this.settle()
  }

  private isOver(m: Member): boolean {
    return m.heldUntil !== null && m.heldUntil <= this.now
  }

  /** Minute by minute through Shanghai's clock, from the words of docs/product.md › Rooms. */
  private deadline(): number | null {
    const clock = (this.now + 8 * hour) % day
    const isDay = clock >= 8 * hour && clock < 21 * hour
    let until = this.now + 2 * hour
    if (!isDay || this.start - this.now <= day) {
      const midnight = this.now - clock
      until = midnight + 10 * hour
      if (clock >= 8 * hour) until += day
    }
    until = Math.min(until, this.start)
    return until - this.now < 15 * minute ? null : until
  }
}

function end(m: Member, state: State): void {
  m.state = state
  m.heldUntil = null
}
