import * as bookings from './bookings'
import * as cases from './cases'
import * as divisions from './divisions'
import * as home from './home'
import * as identity from './identity'
import * as notices from './notices'
import * as rooms from './rooms'

/** Every endpoint by name: the API page, the route check and the tests walk this table. The app never imports it. */
export const catalogue = {
  getDivision: divisions.getDivision,
  listDivisions: divisions.listDivisions,
  requestPhoneCode: identity.requestPhoneCode,
  signInByPhone: identity.signInByPhone,
  signInByWechat: identity.signInByWechat,
  listDemoPeople: identity.listDemoPeople,
  signInAsDemo: identity.signInAsDemo,
  refreshSession: identity.refreshSession,
  listSessions: identity.listSessions,
  endSession: identity.endSession,
  endAllSessions: identity.endAllSessions,
  getMe: identity.getMe,
  updateMe: identity.updateMe,
  bindPhone: identity.bindPhone,
  listAccessRecords: identity.listAccessRecords,
  getHome: home.getHome,
  listRooms: rooms.listRooms,
  getRoom: rooms.getRoom,
  listRoomDays: rooms.listRoomDays,
  getCommunityDay: rooms.getCommunityDay,
  listClosures: rooms.listClosures,
  addClosure: rooms.addClosure,
  removeClosure: rooms.removeClosure,
  requestBooking: bookings.requestBooking,
  confirmBooking: bookings.confirmBooking,
  refuseBooking: bookings.refuseBooking,
  undoDecision: bookings.undoDecision,
  askSubject: bookings.askSubject,
  supplementBooking: bookings.supplementBooking,
  cancelBooking: bookings.cancelBooking,
  completeBooking: bookings.completeBooking,
  listMyCases: cases.listMyCases,
  getCase: cases.getCase,
  readContact: cases.readContact,
  deskList: cases.deskList,
  listNotices: notices.listNotices,
  readNotice: notices.readNotice,
} as const

export type EndpointName = keyof typeof catalogue
