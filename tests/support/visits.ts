/** Elders, visits and those who visit, as tests begin them. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach } from 'vitest'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import type { VisitCounts } from '../../bff/contracts/src/visit-figures'
import type { ElderPage, ListedElder } from '../../bff/contracts/src/visit-register'
import type { MyElder, RecordedVisit, VisitRefusal } from '../../bff/contracts/src/visits'
import { monday, type TestApp } from './app'
import { fresh } from './consultations'
import { ok } from './story'
import { here, localTime, makeDivisions, makePerson, type Person } from './world'

export const wantedElder = (wish: Record<string, unknown> = {}) => ({
  community: here,
  name: `老人${randomUUID().slice(0, 8)}`,
  kind: 'alone',
  phone: '13900000077',
  address: '北门小区 3 栋 402',
  emergency: { name: '李建国', phone: '13900000078' },
  livesWith: null,
  visitor: null,
  ...wish,
})

export const visitOf = (elderId: string, wish: Partial<RecordedVisit> = {}): RecordedVisit => ({
  id: randomUUID(),
  elderId,
  at: localTime('2026-11-23', 10),
  way: 'home',
  outcome: 'met',
  note: null,
  ...wish,
})

export interface Recorded {
  results: { id: string; refused: VisitRefusal | null; late: boolean }[]
}

type Sent = Parameters<TestApp['call']>[1]

/** Calls as somebody, with a token of now. */
const asking =
  (app: TestApp) =>
  async <T>(who: Person, name: EndpointName, sent: Sent = {}): Promise<T> =>
    ok(app.call<T>(name, { token: (await fresh(app, who)).token, ...sent }))

interface Figures {
  counts: VisitCounts
  frozenAt: string | null
  below: { code: string; counts: VisitCounts }[]
}

/** People, new for each test, and what they do. */
export function visitStage(app: TestApp) {
  const call = asking(app)
  const [staff, worker, other, supervisor] = [{} as Person, {} as Person, {} as Person, {} as Person]
  const people = { staff, worker, other, supervisor }
  beforeAll(() => makeDivisions(app))
  beforeEach(async () => {
    app.clock.set(monday)
    // What earlier tests left is over, and nobody holds an office.
    await app.database.pool.query(`UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL;
      UPDATE accounts SET phone_hash = NULL, phone_enc = NULL;
      DELETE FROM visit_roster; UPDATE visit_elders SET state = 'moved', refused_until = NULL, since = '2020-01-01'`)
    Object.assign(people, {
      staff: await makePerson(app, { name: '杨会琼', grants: [['staff', here]] }),
      worker: await makePerson(app, { name: '李网格', grants: [['grid_worker', here]] }),
      other: await makePerson(app, { name: '张网格', grants: [['grid_worker', here]] }),
      supervisor: await makePerson(app, { name: '王科', grants: [['supervisor', here.slice(0, 9)]] }),
    })
  })
  return Object.assign(people, {
    call,
    refused: async (who: Person, name: EndpointName, sent: Sent = {}) =>
      (await app.call(name, { token: (await fresh(app, who)).token, ...sent })).problem,
    add: (wish: Record<string, unknown> = {}): Promise<ElderPage> =>
      call<ElderPage>(people.staff, 'addElder', {
        body: wantedElder({ visitor: people.worker.accountId, ...wish }),
      }),
    record: (who: Person, ...visits: RecordedVisit[]): Promise<Recorded> =>
      call<Recorded>(who, 'recordVisits', { body: { visits } }),
    mine: async (who: Person): Promise<MyElder[]> =>
      (await call<{ elders: MyElder[] }>(who, 'listMyElders')).elders,
    register: async (query: Record<string, string> = {}): Promise<ListedElder[]> => {
      const sent = { query: { community: here, ...query } }
      return (await call<{ elders: ListedElder[] }>(people.staff, 'listElders', sent)).elders
    },
    page: (id: string, who = people.staff): Promise<ElderPage> =>
      call<ElderPage>(who, 'getElder', { params: { id } }),
    figures: (division = here, month?: string): Promise<Figures> =>
      call<Figures>(people.supervisor, 'getVisitFigures', {
        query: { division, ...(month && { month }) },
      }),
  })
}
