import type { TextKind } from '@linli/contracts/agreements'
import type { AdviserList } from '@linli/contracts/adviser'
import { shownAddress } from './pretty-path'

/** Every page's address; parameters are part of the name, so no page spells a query string. */
const q = encodeURIComponent

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
    `/features/rooms/pages/room?id=${q(id)}${Object.entries(at)
      .map(([name, value]) => `&${name}=${q(value)}`)
      .join('')}`,
  /** Books for somebody; from an empty stretch of the board with its room and hours. */
  fileBooking: (at: { room?: string; from?: string; to?: string } = {}) => {
    const asked = Object.entries(at).map(([name, value]) => `${name}=${q(value)}`)
    return `/features/rooms/pages/file${asked.length === 0 ? '' : `?${asked.join('&')}`}`
  },
  closures: (roomId: string) => `/features/rooms/pages/closures?id=${q(roomId)}`,
  /** Closes a room for a while; `takeover` at once. */
  close: (roomId: string, takeover = false) =>
    `/features/rooms/pages/close?id=${q(roomId)}${takeover ? '&takeover=1' : ''}`,
  /** With `waiting`, for time that is taken: to wait in line for it. */
  checkIn: (code: string) => `/features/bookings/pages/check-in${code === '' ? '' : `?code=${q(code)}`}`,
  request: (roomId: string, startsAt: string, endsAt: string, waiting = false, asLast?: AsLast) =>
    `/features/bookings/pages/request?room=${q(roomId)}&from=${q(startsAt)}&to=${q(endsAt)}${waiting ? '&wait=1' : ''}${
      asLast === undefined ? '' : `&purpose=${q(asLast.purpose)}&people=${q(asLast.people)}`
    }`,
  /** The same hours every week. */
  series: (roomId: string, startsAt: string, endsAt: string) =>
    `/features/bookings/pages/series?room=${q(roomId)}&from=${q(startsAt)}&to=${q(endsAt)}`,
  /** Gives a booking another time in its room. */
  moveBooking: (id: string, startsAt: string, endsAt: string) =>
    `/features/bookings/pages/move?id=${q(id)}&from=${q(startsAt)}&to=${q(endsAt)}`,
  case: (id: string) => `/features/cases/pages/case?id=${q(id)}`,
  rate: (caseId: string) => `/features/ratings/pages/rate?id=${q(caseId)}`,
  /** Neutral wherever an address is seen: what it is about is not in it. */
  askMatter: '/features/consultations/pages/ask',
  matter: (id: string) => `/features/consultations/pages/thread?id=${q(id)}`,
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
  doorSheet: (room: string, day?: string) =>
    `/features/room-paper/pages/door?id=${q(room)}${day === undefined ? '' : `&day=${q(day)}`}`,
  dayList: (day?: string) => `/features/room-paper/pages/day${day === undefined ? '' : `?day=${q(day)}`}`,
  bookingSlip: (id: string) => `/features/room-paper/pages/slip?id=${q(id)}`,
  fileNeed: '/features/needs/pages/file',
  visits: '/features/visits/pages/mine',
  elder: (id: string) => `/features/visits/pages/elder?id=${q(id)}`,
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
  changeVolunteer: (id: string) => `/features/volunteers/pages/change?id=${q(id)}`,
  teams: '/features/teams/pages/list',
  team: (id: string) => `/features/teams/pages/team?id=${q(id)}`,
  deskTeams: '/features/teams/pages/desk',
  teamTasks: (id: string) => `/features/task-desk/pages/team?id=${q(id)}`,
  newTeamTask: (id: string) => `/features/task-desk/pages/edit?team=${q(id)}`,
  tasks: '/features/tasks/pages/list',
  task: (id: string) => `/features/tasks/pages/task?id=${q(id)}`,
  /** What an organiser shows at the door; what a volunteer does there. */
  doorScreen: (taskId: string) => `/features/door-codes/pages/screen?id=${q(taskId)}`,
  doorCode: (signupId: string) => `/features/door-codes/pages/mine?id=${q(signupId)}`,
  deskTasks: '/features/task-desk/pages/list',
  /** With the need that it is to serve. */
  newTask: (need?: string) => `/features/task-desk/pages/edit${need === undefined ? '' : `?need=${q(need)}`}`,
  taskLike: (id: string) => `/features/task-desk/pages/edit?like=${q(id)}`,
  deskTask: (id: string) => `/features/task-desk/pages/task?id=${q(id)}`,
  taskFigures: (division?: string) =>
    `/features/task-desk/pages/figures${division === undefined ? '' : `?division=${q(division)}`}`,
  surveys: '/features/surveys/pages/list',
  survey: (id: string) => `/features/surveys/pages/answer?id=${q(id)}`,
  surveyResults: (id: string, division: string) =>
    `/features/surveys/pages/results?id=${q(id)}&division=${q(division)}`,
  inbox: '/features/notices/pages/inbox',
  notFound: '/features/not-found/pages/not-found',
  children: '/features/children/pages/list',
  child: (id: string) => `/features/children/pages/child?id=${q(id)}`,
  /** Without a child: a new one. */
  editChild: (id?: string) => `/features/children/pages/edit${id === undefined ? '' : `?id=${q(id)}`}`,
  joinChild: '/features/children/pages/join',
  childAccess: (id: string) => `/features/children/pages/access?id=${q(id)}`,
  childDays: (id: string) => `/features/care/pages/days?id=${q(id)}`,
  programmes: '/features/programmes/pages/list',
  programme: (id: string) => `/features/programmes/pages/programme?id=${q(id)}`,
  draw: (programmeId: string) => `/features/programmes/pages/draw?id=${q(programmeId)}`,
  careToday: '/features/care/pages/today',
  careAlert: (id: string) => `/features/care/pages/alert?id=${q(id)}`,
  careTablet: '/features/care/pages/tablet',
  roomDoor: (id: string) => `/features/room-desk/pages/door?id=${q(id)}`,
  roomDesk: '/features/room-desk/pages/list',
  editFacility: (id: string) => `/features/room-desk/pages/facility?id=${q(id)}`,
  newFacility: (community: string) => `/features/room-desk/pages/facility?community=${q(community)}`,
  editRoom: (id: string) => `/features/room-desk/pages/room?id=${q(id)}`,
  newRoom: (facility: string) => `/features/room-desk/pages/room?facility=${q(facility)}`,
  deskProgrammes: '/features/programme-desk/pages/list',
  /** Without a programme: a new one. */
  editProgramme: (id?: string) =>
    `/features/programme-desk/pages/edit${id === undefined ? '' : `?id=${q(id)}`}`,
  deskProgramme: (id: string) => `/features/programme-desk/pages/programme?id=${q(id)}`,
  duties: (programmeId: string) => `/features/programme-desk/pages/duties?id=${q(programmeId)}`,
  deskGuardians: '/features/programme-desk/pages/guardians',
  careDevices: '/features/programme-desk/pages/devices',
  deskAccounts: '/features/account-desk/pages/list',
  proposeNumber: '/features/account-desk/pages/propose',
  desk: '/features/desk/pages/today',
  deskFind: '/features/desk/pages/find',
  deskBookings: ({ room, day, personOf }: { room?: string; day?: string; personOf?: string } = {}) => {
    const asked = Object.entries({ room, day, personOf }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${q(value)}`],
    )
    return `/features/desk/pages/bookings${asked.length === 0 ? '' : `?${asked.join('&')}`}`
  },
  deskCase: (id: string) => `/features/desk/pages/case?id=${q(id)}`,
  followUps: '/features/follow-ups/pages/list',
  followUp: (id: string) => `/features/follow-ups/pages/follow-up?id=${q(id)}`,
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
  paperAnswers: (surveyId: string) => `/features/survey-desk/pages/paper?id=${q(surveyId)}`,
  surveySheet: (surveyId: string) => `/features/survey-desk/pages/sheet?id=${q(surveyId)}`,
} as const

export const tabs = ['home', 'services', 'cases', 'me'] as const
export type Tab = (typeof tabs)[number]
