/** Every page's address; parameters are part of the name, so no page spells a query string. */
const q = encodeURIComponent

export const pages = {
  home: '/pages/home/index',
  services: '/pages/services/index',
  cases: '/pages/cases/index',
  me: '/pages/me/index',
  signIn: (returnTo?: string) =>
    `/features/identity/pages/sign-in${returnTo === undefined ? '' : `?to=${q(returnTo)}`}`,
  name: '/features/identity/pages/name',
  phone: '/features/identity/pages/phone',
  devices: '/features/identity/pages/devices',
  accessRecords: '/features/identity/pages/access-records',
  communities: '/features/divisions/pages/choose',
  rooms: '/features/rooms/pages/list',
  room: (id: string, day?: string) =>
    `/features/rooms/pages/room?id=${q(id)}${day === undefined ? '' : `&day=${q(day)}`}`,
  closures: (roomId: string) => `/features/rooms/pages/closures?id=${q(roomId)}`,
  request: (roomId: string, startsAt: string, endsAt: string) =>
    `/features/bookings/pages/request?room=${q(roomId)}&from=${q(startsAt)}&to=${q(endsAt)}`,
  case: (id: string) => `/features/cases/pages/case?id=${q(id)}`,
  inbox: '/features/notices/pages/inbox',
  desk: '/features/desk/pages/today',
  deskCase: (id: string) => `/features/desk/pages/case?id=${q(id)}`,
} as const

export const tabs = ['home', 'services', 'cases', 'me'] as const
export type Tab = (typeof tabs)[number]
