/** Whoever is offered a door can go through it: every role at every level, every door that the app shows. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '../../../bff/contracts/src/identity'
import type { Role } from '../../../bff/contracts/src/roles'
import { role as roles } from '../../../bff/contracts/src/roles'
import {
  adviserGrants,
  hallGrants,
  isUnit,
  staffGrants,
  workGrants,
} from '../../../miniapp/src/shared/staff/grants'
import { deskDoors, staffDoors } from '../../../miniapp/src/shared/staff/staff-doors'
import { testApp } from '../../support/app'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson } from '../../support/world'

const app = await testApp()
beforeAll(() => makeDivisions(app))

const places = [here, here.slice(0, 9), here.slice(0, 6), here.slice(0, 4)]
type Call = [name: Parameters<typeof app.call>[0], given: object]

/** What the page behind a door asks for first. */
const behind = {
  desk: (division: string): Call[] => [['deskList', { query: { division, show: 'waiting' } }]],
  accounts: (division: string): Call[] => [['listProposedNumbers', { query: { division } }]],
  followUps: (division: string): Call[] => [['listFollowUps', { query: { division, show: 'mine' } }]],
  deskCare: (division: string): Call[] => [
    ['listProgrammes', { query: { community: here, show: 'current' } }],
    ['listPendingLinks', { query: { division } }],
    ['listProposedMoves', { query: { division } }],
    ['listCareDevices', { query: { division } }],
  ],
  filedNeed: (division: string): Call[] => [['deskList', { query: { division, show: 'waiting' } }]],
  filedBooking: (): Call[] => [['getCommunityDay', { params: { code: here, day: '2026-11-25' } }]],
  bookings: (division: string): Call[] => [['listDeskBookings', { params: { division }, query: {} }]],
  roomUse: (division: string): Call[] => [['readRoomUse', { params: { division }, query: {} }]],
  rooms: (division: string): Call[] => [['listFacilities', { params: { division }, query: {} }]],
  hall: (division: string): Call[] => [['deskList', { query: { division, show: 'waiting' } }]],
  board: (division: string): Call[] => [['readBoard', { params: { division }, query: {} }]],
  volunteers: (division: string): Call[] => [['listVolunteers', { query: { division } }]],
  teams: (division: string): Call[] => [['listDeskTeams', { params: { division } }]],
  tasks: (division: string): Call[] => [
    ['listDeskTasks', { params: { division }, query: { show: 'coming' } }],
  ],
  texts: (): Call[] => [['listRatingTexts', { params: { code: here }, query: {} }]],
  doubtful: (division: string): Call[] => [['listDoubtfulTexts', { query: { division } }]],
  figures: (division: string): Call[] => [['getFigures', { params: { division }, query: {} }]],
  surveys: (division: string): Call[] => [['listSurveys', { query: { division } }]],
  feedback: (division: string): Call[] => [['listFeedback', { query: { division } }]],
  visits: (): Call[] => [['listVisits', { query: { community: here } }]],
  elders: (division: string): Call[] => [
    ['listMyElders', {}],
    ['listElders', { query: { community: division } }],
  ],
  visited: (division: string): Call[] => [['getVisitFigures', { query: { division } }]],
  tasksBelow: (division: string): Call[] => [['getTaskFigures', { query: { division } }]],
  matters: (): Call[] => [
    ['listHandled', { query: { show: 'mine' } }],
    ['getAdviser', {}],
    ['readWorkLog', { query: { month: '2026-11' } }],
  ],
  // A carer without a duty today is told so in the place of the children, by the page itself.
  carer: (): Call[] => [],
}

/** By which grants a door is shown, where those are not all that open the desk. */
const grantsOf: Partial<Record<keyof typeof behind, typeof staffGrants>> = {
  deskCare: workGrants,
  accounts: workGrants,
  volunteers: workGrants,
  visits: workGrants,
  elders: (me) => workGrants(me).filter(({ division }) => division === here),
  matters: adviserGrants,
  hall: (me) => (me?.grants ?? []).filter(isUnit),
}

describe.each(roles.options)('%s', (role: Role) => {
  test.each(places)('at %s passes every door that is shown', async (division) => {
    const { token } = await makePerson(app, { grants: [[role, division]] })
    const me = await ok(app.call<Me>('getMe', { token }))
    const calls = [
      ...staffDoors(me).flatMap(({ door }) =>
        (grantsOf[door]?.(me) ?? staffGrants(me)).flatMap((grant) => behind[door](grant.division)),
      ),
      ...hallGrants(me).flatMap((grant) =>
        deskDoors(me, grant.division).flatMap((door) => behind[door](grant.division)),
      ),
    ]
    for (const [name, given] of calls) {
      const answer = await app.call(name, { ...given, token })
      expect([name, answer.status, answer.problem?.code]).toEqual([name, 200, undefined])
    }
  })
})

test('who only watches is not led to what only those decide who work there', async () => {
  const { token } = await makePerson(app, { grants: [['supervisor', here.slice(0, 9)]] })
  const me = await ok(app.call<Me>('getMe', { token }))
  expect(staffDoors(me).map(({ door }) => door)).toEqual(['desk', 'followUps', 'feedback'])
  expect(deskDoors(me, here.slice(0, 9))).toEqual([
    'board',
    'bookings',
    'roomUse',
    'visited',
    'tasksBelow',
    'followUps',
    'figures',
    'surveys',
    'feedback',
  ])
})

test('a partner unit is led to its own hall, and to nothing else of the community', async () => {
  const { token } = await makePerson(app, { grants: [['partner_unit', here]] })
  const me = await ok(app.call<Me>('getMe', { token }))
  expect(staffDoors(me).map(({ door }) => door)).toEqual(['hall'])
  expect(deskDoors(me, here)).toEqual(['board', 'bookings', 'rooms', 'filedBooking'])
})

test('from the desk one comes to the programmes and to what people say', async () => {
  const { token } = await makePerson(app, { grants: [['staff', here]] })
  const me = await ok(app.call<Me>('getMe', { token }))
  expect(deskDoors(me, here)).toEqual(expect.arrayContaining(['deskCare', 'feedback', 'accounts']))
})
