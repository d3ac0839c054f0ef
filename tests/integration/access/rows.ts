import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { here } from '../../support/world'
import * as cell from './cells'
import { accountRows } from './account-rows'
import { agreementRows } from './agreement-rows'
import { calendarRows } from './calendar-rows'
import { careRows } from './care-rows'
import { childRows } from './child-rows'
import { fileRows } from './file-rows'
import { followUpRows } from './follow-up-rows'
import { programmeRows } from './programme-rows'
import * as on from './stage'
import { roomRows } from './room-rows'
import { ratingRows } from './rating-rows'
import { surveyRows } from './survey-rows'
import { teamRows } from './team-rows'
import { volunteerRows } from './volunteer-rows'
import { signupRows } from './signup-rows'
import { needRows } from './need-rows'
import { visitRows } from './visit-rows'
import { serviceRecordRows } from './service-record-rows'
import { consultationRows } from './consultation-rows'
import { meetingRows } from './meeting-rows'

const wednesday = { startsAt: '2026-11-25T06:00:00Z', endsAt: '2026-11-25T08:00:00Z' }
const why = { note: '请补充活动方案' }

/** Routes × roles. A new endpoint does not compile without its row. */
export const rows: Record<EndpointName, cell.Row> = {
  getDivision: cell.everybody(on.sends({ params: { code: here } })),
  listDivisions: cell.everybody(on.sends({ query: { parent: here.slice(0, 9) } })),
  requestPhoneCode: cell.everybodyAlways(on.byNewPhone, 201),
  signInByPhone: cell.codeGone(cell.everybodyAlways(on.byPhoneCode, 201)),
  signInByWechat: cell.everybodyAlways(on.byWechat, 201),
  listDemoPeople: cell.everybody(on.nothing),
  signInAsDemo: cell.everybodyAlways(on.byDemo, 201),
  refreshSession: cell.everybodyAlways(on.byRefresh),
  listSessions: cell.signedIn(on.nothing),
  endSession: cell.ownerOnly(on.onOtherDevice),
  endAllSessions: cell.signedIn(on.nothing),
  requestConfirmation: cell.withoutPhone(cell.signedIn(on.sends({ body: {} }), 201)),
  confirmSession: cell.withoutPhone(
    cell.signedIn(on.sends({ body: { code: '000000' } })),
    'phone_code_expired',
  ),
  getMe: cell.signedIn(on.nothing),
  updateMe: cell.signedIn(on.sends({ body: { elderMode: true } })),
  bindPhone: cell.haveOne(cell.signedIn(on.byOwnNewPhone)),
  listAccessRecords: cell.signedIn(on.nothing),
  getHome: cell.everybody(on.sends({ params: { community: here } })),
  listRooms: cell.everybody(on.sends({ query: { community: here } })),
  searchRooms: cell.everybody(on.sends({ query: { community: here } })),
  listFavourites: cell.signedIn(on.nothing),
  keepFavourite: cell.signedIn(on.onRoom({ body: { kept: true } })),
  getRoom: cell.everybody(on.onRoom()),
  listRoomDays: cell.everybody(on.onRoom()),
  listInstead: cell.everybody(
    on.onRoom({ query: { from: '2026-11-25T06:00:00Z', to: '2026-11-25T08:00:00Z' } }),
  ),
  getCommunityDay: cell.everybody(on.sends({ params: { code: here, day: '2026-11-25' } })),
  readBoard: cell.row(on.sends({ params: { division: here } }), {
    ...cell.staffOnly(on.nothing).answers,
    supervisor: 200,
  }),
  readBoardWeek: cell.row(on.sends({ params: { division: here } }), {
    ...cell.staffOnly(on.nothing).answers,
    supervisor: 200,
  }),
  watchBoard: cell.row(on.sends({ params: { division: here } }), {
    ...cell.staffOnly(on.nothing).answers,
    supervisor: 200,
  }),
  listDeskBookings: cell.row(on.sends({ params: { division: here } }), {
    ...cell.staffOnly(on.nothing).answers,
    supervisor: 200,
  }),
  readBookingHistory: cell.ofCase(on.onPending(), {
    party: 'contact_not_justified',
    staff: 200,
    supervisor: 'contact_not_justified',
  }),
  // What is not theirs is a line of the answer.
  confirmBookings: cell.signedIn(on.sends({ body: { ids: ['00000000-0000-4000-8000-00000000000a'] } })),
  listClosures: cell.staffOnly(on.onRoom()),
  addClosure: cell.staffOnly(on.closing, 201),
  listMetBookings: cell.staffOnly(
    on.onRoom({ query: { startsAt: '2026-11-25T06:00:00Z', endsAt: '2026-11-25T08:00:00Z' } }),
  ),
  closeRooms: cell.staffOnly(async (stage) => {
    const { params, body } = await on.closing(stage)
    return { body: { ...(body as object), roomIds: [params?.id], kind: 'closed', weeks: 1, answers: [] } }
  }, 201),
  giveBack: cell.staffOnly(async (stage) => ({
    ...(await on.onClosure(stage)),
    body: { endsAt: '2026-12-01T02:00:00Z' },
  })),
  removeClosure: cell.staffOnly(on.onClosure),
  removeClosureSeries: cell.staffOnly(on.onClosure),
  requestBooking: cell.signedIn(on.onNewRoom, 201),
  confirmBooking: cell.staffDecide(on.onPending({})),
  refuseBooking: cell.staffDecide(on.onPending(why)),
  undoDecision: cell.staffDecide(on.onConfirmed({})),
  askSubject: cell.staffDecide(on.onPending(why)),
  supplementBooking: cell.ofCase(on.onPending(why), {
    party: 200,
    staff: 'not_allowed',
    supervisor: 'not_allowed',
  }),
  cancelBooking: cell.ofCase(on.onConfirmed(why), { party: 200, staff: 200, supervisor: 'not_allowed' }),
  fileBooking: cell.staffOnly(async (stage) => {
    const { body } = await on.onNewRoom(stage)
    return { body: { ...(body as object), person: { name: '普秀英', phone: null } } }
  }, 201),
  readBookingCalendar: cell.ofCase(on.onPending(), {
    party: 200,
    staff: 'not_found',
    supervisor: 'not_found',
  }),
  ...calendarRows,
  checkSeries: cell.signedIn(
    on.onRoom({ query: { ...wednesday, purpose: 'training', attendees: '5', weeks: '3' } }),
  ),
  requestSeries: cell.signedIn(async (stage) => {
    const { body } = await on.onNewRoom(stage)
    return { body: { ...(body as object), weeks: 2, without: [] } }
  }, 201),
  cancelSeries: cell.ofCase(on.onPending({}), {
    party: 200,
    staff: 'not_allowed',
    supervisor: 'not_allowed',
  }),
  rescheduleBooking: cell.ofCase(
    on.onPending({ startsAt: '2026-11-26T06:00:00Z', endsAt: '2026-11-26T08:00:00Z', ...why }),
    { party: 200, staff: 200, supervisor: 'not_allowed' },
  ),
  completeBooking: cell.staffDecide(on.onEnded),
  listMyCases: cell.signedIn(on.nothing),
  getCase: cell.ofCase(on.onPending(), { party: 200, staff: 200, supervisor: 200 }),
  eraseNote: cell.ofCase(on.onAsked, {
    party: 'not_allowed',
    staff: 200,
    supervisor: 'not_allowed',
  }),
  readContact: cell.ofCase(on.onPending(), {
    party: 'contact_not_justified',
    staff: 200,
    supervisor: 'contact_not_justified',
  }),
  deskList: staffOnlyList(),
  searchDesk: cell.row(on.sends({ body: { division: here, words: '周敏' } }), {
    ...cell.staffOnly(on.nothing).answers,
    supervisor: 200,
  }),
  listNotices: cell.signedIn(on.nothing),
  readNotice: cell.ownerOnly(on.onNotice),
  readNotices: cell.signedIn(on.sends({ body: { until: '2026-11-25T06:00:00Z' } })),
  ...roomRows,
  ...accountRows,
  ...agreementRows,
  ...fileRows,
  ...childRows,
  ...programmeRows,
  ...careRows,
  ...followUpRows,
  ...ratingRows,
  ...surveyRows,
  ...consultationRows,
  ...meetingRows,
  ...needRows,
  ...volunteerRows,
  ...teamRows,
  ...signupRows,
  ...visitRows,
  ...serviceRecordRows,
}

/** The desk of a community is its staff's; a supervisor above sees it too. */
function staffOnlyList(): cell.Row {
  const { answers } = cell.staffOnly(on.nothing)
  return { ask: on.sends({ query: { division: here } }), answers: { ...answers, supervisor: 200 } }
}
