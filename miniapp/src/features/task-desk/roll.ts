import type { SignupDetail } from '@linli/contracts/signup-case'
import { aroundMs, halvesBetween, type RollCounts, type RollEntry } from '@linli/contracts/signups'

export type { RollCounts, RollEntry }

interface Span {
  startsAt: string
  endsAt: string
}

export interface Mark {
  caseId: string
  way: 'in' | 'out'
  at: string
}

/** As the service proposes it. */
function proposedOf({ startsAt, endsAt }: Span, cameAt: string | null, leftAt: string | null): number | null {
  if (cameAt === null || leftAt === null) return null
  const task = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }
  return halvesBetween(task, Date.parse(cameAt), Date.parse(leftAt))
}

/** The list after marks were kept: what was known already stays as it was said first. */
export const marked = (people: readonly RollEntry[], marks: readonly Mark[], span: Span): RollEntry[] =>
  people.map((one) => {
    const at = (way: Mark['way']) =>
      marks.find((mark) => mark.caseId === one.caseId && mark.way === way)?.at ?? null
    const cameAt = one.cameAt ?? at('in')
    const leftAt = one.leftAt ?? at('out')
    return { ...one, cameAt, leftAt, proposed: proposedOf(span, cameAt, leftAt) }
  })

/** The list after a case of it was answered. */
export const answered = (people: readonly RollEntry[], { id, state, facts }: SignupDetail): RollEntry[] =>
  people.map((one) => (one.caseId === id ? { ...one, state, halves: facts.halves } : one))

/** Those who stand by it. */
const stands: readonly string[] = ['confirmed', 'review', 'completed', 'absent', 'disputed']
export const standing = (people: readonly RollEntry[]) => people.filter(({ state }) => stands.includes(state))

/** Whose hours can be confirmed as they were signed. */
export const toCredit = (people: readonly RollEntry[]) =>
  people.flatMap(({ caseId, state, proposed }) =>
    state === 'review' && proposed !== null ? [{ caseId, halves: proposed }] : [],
  )

/** Can somebody be marked now, and with this very time? */
export const marksOpen = ({ startsAt }: Span, now: number) => now >= Date.parse(startsAt) - aroundMs
export const isNowATime = ({ startsAt, endsAt }: Span, now: number) =>
  marksOpen({ startsAt, endsAt }, now) && now <= Date.parse(endsAt) + aroundMs
