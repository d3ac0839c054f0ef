/** What a row of the table is, and the shapes that rows share. */
import type { ProblemCode } from '../../../bff/contracts/src/problems'
import type * as on from './stage'

/** The columns of the table: who asks, and with what kind of session. */
export const columns = [
  'anonymous',
  'party',
  'other',
  'staff',
  'elsewhere',
  'supervisor',
  'expired',
  'revoked',
  'reused',
] as const
export type Column = (typeof columns)[number]

/** What a cell holds: a success, or the code of the refusal. */
export type Verdict = 200 | 201 | ProblemCode

export interface Row {
  /** Makes what is asked for; runs anew for every cell. */
  ask: (stage: on.Stage) => Promise<Parameters<typeof on.sends>[0]>
  answers: Record<Column, Verdict>
}

/** A token that was sent and is no good is refused, also where none was needed. */
const badTokens = {
  expired: 'session_expired',
  revoked: 'session_revoked',
  reused: 'session_revoked',
} as const

export const row = (
  ask: Row['ask'],
  answers: Record<Exclude<Column, keyof typeof badTokens>, Verdict>,
): Row => ({
  ask,
  answers: { ...answers, ...badTokens },
})

export const everybody = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  row(ask, { anonymous: yes, party: yes, other: yes, staff: yes, elsewhere: yes, supervisor: yes })

/** Signing in and renewing look at no bearer: that it is no good any more is why they are called. */
export const everybodyAlways = (ask: Row['ask'], yes: 200 | 201 = 200): Row => ({
  ask,
  answers: { ...everybody(ask, yes).answers, expired: yes, revoked: yes, reused: yes },
})

/** The quarter of an hour in which a token expires is too long for a code. */
export const codeGone = ({ ask, answers }: Row): Row => ({
  ask,
  answers: { ...answers, expired: 'phone_code_expired' },
})

export const signedIn = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    party: yes,
    other: yes,
    staff: yes,
    elsewhere: yes,
    supervisor: yes,
  })

/** The party of the table has a number already, and that one stays. */
export const haveOne = ({ ask, answers }: Row): Row => ({
  ask,
  answers: { ...answers, party: 'phone_bound' },
})

/** Only the party of the table has a number, to which a code can go. */
export const withoutPhone = ({ ask, answers }: Row, party: Verdict = 201): Row => ({
  ask,
  answers: {
    ...answers,
    ...Object.fromEntries(
      (['other', 'staff', 'elsewhere', 'supervisor'] as const).map((who) => [who, 'confirm_needs_phone']),
    ),
    party,
  },
})

/** What belongs to one person does not exist for anybody else, whatever their role. */
export const ownerOnly = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    party: yes,
    other: 'not_found',
    staff: 'not_found',
    elsewhere: 'not_found',
    supervisor: 'not_found',
  })

/** A case exists for its party, for staff here and for the supervisor above; each cell says what they are told. */
export const ofCase = (ask: Row['ask'], seen: Record<'party' | 'staff' | 'supervisor', Verdict>): Row =>
  row(ask, { anonymous: 'sign_in_required', other: 'not_found', elsewhere: 'not_found', ...seen })

export const staffDecide = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  ofCase(ask, { party: 'not_allowed', staff: yes, supervisor: 'not_allowed' })

export const staffOnly = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  ofCase(ask, { party: 'not_found', staff: yes, supervisor: 'not_found' })
