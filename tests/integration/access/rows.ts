import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { ProblemCode } from '../../../bff/contracts/src/problems'
import { here } from '../../support/world'
import * as on from './stage'

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

const row = (ask: Row['ask'], answers: Record<Exclude<Column, keyof typeof badTokens>, Verdict>): Row => ({
  ask,
  answers: { ...answers, ...badTokens },
})

const everybody = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  row(ask, { anonymous: yes, party: yes, other: yes, staff: yes, elsewhere: yes, supervisor: yes })

/** Signing in and renewing look at no bearer: that it is no good any more is why they are called. */
const everybodyAlways = (ask: Row['ask'], yes: 200 | 201 = 200): Row => ({
  ask,
  answers: { ...everybody(ask, yes).answers, expired: yes, revoked: yes, reused: yes },
})

/** The quarter of an hour in which a token expires is too long for a code. */
const codeGone = ({ ask, answers }: Row): Row => ({
  ask,
  answers: { ...answers, expired: 'phone_code_expired' },
})

const signedIn = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    party: yes,
    other: yes,
    staff: yes,
    elsewhere: yes,
    supervisor: yes,
  })

/** The party of the table has a number already, and that one stays. */
const haveOne = ({ ask, answers }: Row): Row => ({ ask, answers: { ...answers, party: 'phone_bound' } })

/** What belongs to one person does not exist for anybody else, whatever their role. */
const ownerOnly = (ask: Row['ask']): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    party: 200,
    other: 'not_found',
    staff: 'not_found',
    elsewhere: 'not_found',
    supervisor: 'not_found',
  })

/** A case exists for its party, for staff here and for the supervisor above; each cell says what they are told. */
const ofCase = (ask: Row['ask'], seen: Record<'party' | 'staff' | 'supervisor', Verdict>): Row =>
  row(ask, { anonymous: 'sign_in_required', other: 'not_found', elsewhere: 'not_found', ...seen })

const staffDecide = (ask: Row['ask']): Row =>
  ofCase(ask, { party: 'not_allowed', staff: 200, supervisor: 'not_allowed' })

const staffOnly = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  ofCase(ask, { party: 'not_found', staff: yes, supervisor: 'not_found' })

const why = { note: '请补充活动方案' }

/** Routes × roles. A new endpoint does not compile without its row. */
export const rows: Record<EndpointName, Row> = {
  getDivision: everybody(on.sends({ params: { code: here } })),
  listDivisions: everybody(on.sends({ query: { parent: here.slice(0, 9) } })),
  requestPhoneCode: everybodyAlways(on.byNewPhone, 201),
  signInByPhone: codeGone(everybodyAlways(on.byPhoneCode, 201)),
  signInByWechat: everybodyAlways(on.byWechat, 201),
  listDemoPeople: everybody(on.nothing),
  signInAsDemo: everybodyAlways(on.byDemo, 201),
  refreshSession: everybodyAlways(on.byRefresh),
  listSessions: signedIn(on.nothing),
  endSession: ownerOnly(on.onOtherDevice),
  endAllSessions: signedIn(on.nothing),
  getMe: signedIn(on.nothing),
  updateMe: signedIn(on.sends({ body: { elderMode: true } })),
  bindPhone: haveOne(signedIn(on.byOwnNewPhone)),
  listAccessRecords: signedIn(on.nothing),
  getHome: everybody(on.sends({ params: { community: here } })),
  listRooms: everybody(on.sends({ query: { community: here } })),
  getRoom: everybody(on.onRoom()),
  listRoomDays: everybody(on.onRoom()),
  getCommunityDay: everybody(on.sends({ params: { code: here, day: '2026-11-25' } })),
  listClosures: staffOnly(on.onRoom()),
  addClosure: staffOnly(on.closing, 201),
  removeClosure: staffOnly(on.onClosure),
  requestBooking: signedIn(on.onNewRoom, 201),
  confirmBooking: staffDecide(on.onPending({})),
  refuseBooking: staffDecide(on.onPending(why)),
  undoDecision: staffDecide(on.onConfirmed({})),
  askSubject: staffDecide(on.onPending(why)),
  supplementBooking: ofCase(on.onPending(why), {
    party: 200,
    staff: 'not_allowed',
    supervisor: 'not_allowed',
  }),
  cancelBooking: ofCase(on.onConfirmed(why), { party: 200, staff: 200, supervisor: 'not_allowed' }),
  completeBooking: staffDecide(on.onEnded),
  listMyCases: signedIn(on.nothing),
  getCase: ofCase(on.onPending(), { party: 200, staff: 200, supervisor: 200 }),
  readContact: ofCase(on.onPending(), {
    party: 'contact_not_justified',
    staff: 200,
    supervisor: 'contact_not_justified',
  }),
  deskList: staffOnlyList(),
  listNotices: signedIn(on.nothing),
  readNotice: ownerOnly(on.onNotice),
}

/** The desk of a community is its staff's; a supervisor above sees it too. */
function staffOnlyList(): Row {
  const { answers } = staffOnly(on.nothing)
  return { ask: on.sends({ query: { division: here } }), answers: { ...answers, supervisor: 200 } }
}
