import type { TextKind } from '@linli/contracts/agreements'
import type { AdviserList } from '@linli/contracts/adviser'
import { shownAddress } from './pretty-path'

/** Every page's address; parameters are part of the name, so no page spells a query string. */
const q = encodeURIComponent

type Asked = Readonly<Record<string, string | undefined>>

/** What is said of a page; what is not known is left out. */
const asked = (at: Asked) =>
  Object.entries(at)
    .map(([name, value]) => (value === undefined ? '' : `&${name}=${q(value)}`))
    .join('')
    .replace('&', '?')

/** A page about one thing. */
const byId = (page: string) => (id: string) => `${page}?id=${q(id)}`

/** What somebody takes along from their last booking. */
export interface AsLast {
  purpose: string
  people: string
}

export const pages = {
  home: '/pages/home/index',
  services: '/pages/services/index',
  cases: '/pages/cases/index',
  me: '/pages/me/index',
  signIn: (returnTo?: string) =>
    `/features/identity/pages/sign-in${returnTo === undefined ? '' : `?to=${q(shownAddress(returnTo))}`}`,
  name: '/features/identity/pages/name',
  phone: '/features/identity/pages/phone',
  mergeAccounts: '/features/identity/pages/merge',
  calendar: '/features/calendars/pages/address',
  devices: '/features/identity/pages/devices',
  accessRecords: '/features/identity/pages/access-records',
  /** A text of the deployment; without a version the one in effect. */
  text: (kind: TextKind, version?: number) =>
    `/features/agreements/pages/text?kind=${kind}${version === undefined ? '' : `&version=${version}`}`,
  agree: '/features/agreements/pages/agree',
  feedback: '/features/feedback/pages/write',
  deskFeedback: '/features/feedback/pages/desk',
  exportMe: '/features/leaving/pages/export',
  leave: '/features/leaving/pages/leave',
  communities: '/features/divisions/pages/choose',
  /** To choose one of a township's for what is done just now; one's own stays. */
  communitiesBelow: (township: string) => `/features/divisions/pages/choose?below=${q(township)}`,
  /** To look at the ratings of another community; one's own stays. */
  figuresElsewhere: '/features/divisions/pages/choose?look=figures',
  rooms: '/features/rooms/pages/list',
  /**
   * On a `day`; with hours (`from`, `to`) or as last time (`minutes`, `purpose`, `people`) the page goes on from them; with
   * a booking of it to `move`, it gives that another time.
   */
  room: (id: string, at: Readonly<Record<string, string>> = {}) =>
    `/features/rooms/pages/room${asked({ id, ...at })}`,
  /** Books for somebody; from an empty stretch of the board with its room and hours. */
  fileBooking: (at: { room?: string; from?: string; to?: string } = {}) =>
    `/features/rooms/pages/file${asked(at)}`,
  closures: byId('/features/rooms/pages/closures'),
  /** Closes a room for a while; `takeover` at once. */
  close: (roomId: string, takeover = false) =>
    `/features/rooms/pages/close${asked({ id: roomId, takeover: takeover ? '1' : undefined })}`,
  /** With `waiting`, for time that is taken: to wait in line for it. */
  checkIn: (code: string) => `/features/bookings/pages/check-in${code === '' ? '' : `?code=${q(code)}`}`,
  request: (roomId: string, startsAt: string, endsAt: string, waiting = false, asLast?: AsLast) =>
    `/features/bookings/pages/request${asked({ room: roomId, from: startsAt, to: endsAt, wait: waiting ? '1' : undefined, ...asLast })}`,
  /** The same hours every week. */
  series: (roomId: string, startsAt: string, endsAt: string) =>
    `/features/bookings/pages/series${asked({ room: roomId, from: startsAt, to: endsAt })}`,
  /** Gives a booking another time in its room. */
  moveBooking: (id: string, startsAt: string, endsAt: string) =>
    `/features/bookings/pages/move${asked({ id, from: startsAt, to: endsAt })}`,
  case: byId('/features/cases/pages/case'),
  rate: byId('/features/ratings/pages/rate'),
  /** Neutral wherever an address is seen: what it is about is not in it. */
  askMatter: '/features/consultations/pages/ask',
  matter: byId('/features/consultations/pages/thread'),
  adviserMatters: '/features/adviser/pages/queue',
  /** In which of the adviser's lists it stands decides what can be read of it. */
  adviserMatter: (id: string, list: AdviserList) => `/features/adviser/pages/matter?id=${q(id)}&in=${list}`,
  adviserSelf: '/features/adviser/pages/self',
  adviserLog: '/features/adviser/pages/log',
  contactVisits: '/features/adviser/pages/visits',
  askNeed: '/features/needs/pages/ask',
  board: '/features/board/pages/board',
  /** Without a division: the reader's own. */
  roomUse: (division?: string) =>
    `/features/room-use/pages/use${division === undefined ? '' : `?division=${q(division)}`}`,
  /** What of rooms goes on paper: of a day, or of today. */
  roomPapers: (day?: string) =>
    `/features/room-paper/pages/papers${day === undefined ? '' : `?day=${q(day)}`}`,
  roomExports: '/features/room-paper/pages/exports',
  doorSheet: (room: string, day?: string) =>
    `/features/room-paper/pages/door?id=${q(room)}${day === undefined ? '' : `&day=${q(day)}`}`,
  dayList: (day?: string) => `/features/room-paper/pages/day${day === undefined ? '' : `?day=${q(day)}`}`,
  bookingSlip: byId('/features/room-paper/pages/slip'),
  fileNeed: '/features/needs/pages/file',
  visits: '/features/visits/pages/mine',
  elder: byId('/features/visits/pages/elder'),
  elders: '/features/visits/pages/register',
  /** Without an elder: a new one. */
  editElder: (community: string, id?: string) =>
    `/features/visits/pages/edit?community=${q(community)}${id === undefined ? '' : `&id=${q(id)}`}`,
  visitors: '/features/visits/pages/visitors',
  /** Without a division: the reader's own. */
  visitFigures: (division?: string) =>
    `/features/visits/pages/figures${division === undefined ? '' : `?division=${q(division)}`}`,
  visitFamily: '/features/visits/pages/family',
  myHours: '/features/service-records/pages/hours',
  exportHours: '/features/service-records/pages/export',
  joinVolunteers: '/features/volunteers/pages/join',
  deskVolunteers: '/features/volunteers/pages/roster',
  importRoster: '/features/volunteers/pages/import',
  changeVolunteer: byId('/features/volunteers/pages/change'),
  teams: '/features/teams/pages/list',
  team: byId('/features/teams/pages/team'),
  deskTeams: '/features/teams/pages/desk',
  teamTasks: byId('/features/task-desk/pages/team'),
  newTeamTask: (id: string) => `/features/task-desk/pages/edit?team=${q(id)}`,
  tasks: '/features/tasks/pages/list',
  task: byId('/features/tasks/pages/task'),
  /** What an organiser shows at the door; what a volunteer does there. */
  doorScreen: byId('/features/door-codes/pages/screen'),
  doorCode: byId('/features/door-codes/pages/mine'),
  deskTasks: '/features/task-desk/pages/list',
  /** With the need that it is to serve. */
  newTask: (need?: string) => `/features/task-desk/pages/edit${need === undefined ? '' : `?need=${q(need)}`}`,
  taskLike: (id: string) => `/features/task-desk/pages/edit?like=${q(id)}`,
  deskTask: byId('/features/task-desk/pages/task'),
  taskFigures: (division?: string) =>
    `/features/task-desk/pages/figures${division === undefined ? '' : `?division=${q(division)}`}`,
  surveys: '/features/surveys/pages/list',
  survey: byId('/features/surveys/pages/answer'),
  surveyResults: (id: string, division: string) =>
    `/features/surveys/pages/results?id=${q(id)}&division=${q(division)}`,
  inbox: '/features/notices/pages/inbox',
  notFound: '/features/not-found/pages/not-found',
  children: '/features/children/pages/list',
  child: byId('/features/children/pages/child'),
  /** Without a child: a new one. */
  editChild: (id?: string) => `/features/children/pages/edit${id === undefined ? '' : `?id=${q(id)}`}`,
  joinChild: '/features/children/pages/join',
  childAccess: byId('/features/children/pages/access'),
  childDays: byId('/features/care/pages/days'),
  programmes: '/features/programmes/pages/list',
  programme: byId('/features/programmes/pages/programme'),
  draw: byId('/features/programmes/pages/draw'),
  careToday: '/features/care/pages/today',
  careAlert: byId('/features/care/pages/alert'),
  careTablet: '/features/care/pages/tablet',
  roomDoor: byId('/features/room-desk/pages/door'),
  roomDesk: '/features/room-desk/pages/list',
  editFacility: byId('/features/room-desk/pages/facility'),
  newFacility: (community: string) => `/features/room-desk/pages/facility?community=${q(community)}`,
  editRoom: byId('/features/room-desk/pages/room'),
  newRoom: (facility: string) => `/features/room-desk/pages/room?facility=${q(facility)}`,
  deskProgrammes: '/features/programme-desk/pages/list',
  /** Without a programme: a new one. */
  editProgramme: (id?: string) =>
    `/features/programme-desk/pages/edit${id === undefined ? '' : `?id=${q(id)}`}`,
  deskProgramme: byId('/features/programme-desk/pages/programme'),
  duties: byId('/features/programme-desk/pages/duties'),
  deskGuardians: '/features/programme-desk/pages/guardians',
  careDevices: '/features/programme-desk/pages/devices',
  deskAccounts: '/features/account-desk/pages/list',
  proposeNumber: '/features/account-desk/pages/propose',
  desk: '/features/desk/pages/today',
  deskFind: '/features/desk/pages/find',
  deskBookings: (at: { room?: string; day?: string; personOf?: string } = {}) =>
    `/features/desk/pages/bookings${asked(at)}`,
  deskCase: byId('/features/desk/pages/case'),
  followUps: '/features/follow-ups/pages/list',
  followUp: byId('/features/follow-ups/pages/follow-up'),
  ratingTexts: '/features/rating-texts/pages/list',
  /** What everybody may see of a community; without one, of the person's own. */
  figures: (community?: string) =>
    `/features/figures/pages/figures${community === undefined ? '' : `?community=${q(community)}`}`,
  /** Without a division: the reader's own. */
  deskFigures: (division?: string) =>
    `/features/figures/pages/below${division === undefined ? '' : `?division=${q(division)}`}`,
  deskSurveys: '/features/survey-desk/pages/list',
  /** Without a survey: a new one. */
  editSurvey: (id?: string) => `/features/survey-desk/pages/edit${id === undefined ? '' : `?id=${q(id)}`}`,
  /** Without a division: the reader's own part of it. */
  deskSurvey: (id: string, division?: string) =>
    `/features/survey-desk/pages/survey?id=${q(id)}${division === undefined ? '' : `&division=${q(division)}`}`,
  paperAnswers: byId('/features/survey-desk/pages/paper'),
  surveySheet: byId('/features/survey-desk/pages/sheet'),
} as const

export const tabs = ['home', 'services', 'cases', 'me'] as const
export type Tab = (typeof tabs)[number]
