import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Notice } from '../../../bff/contracts/src/notices'
import { deliverNotice, deliverOverdue } from '../../../bff/src/modules/notices/jobs'
import { startJobs } from '../../../bff/src/job-list'
import { eventually } from '../../../bff/local/processes'
import { buildTestApp, monday, testApp } from '../../support/app'
import { untilDone } from '../../support/retrying'
import { act, book, ok } from '../../support/story'
import { together } from '../../support/together'
import {
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
const second = await buildTestApp(app.database, inject('redisUrl'))
afterAll(() => second.close())
const { pool } = app.database
let party: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  for (const { clock } of [app, second]) clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})

interface Inbox {
  notices: Notice[]
  next: string | null
  unread: number
}
const inbox = (who: Person, query: Record<string, string> = {}): Promise<Inbox> =>
  ok(app.call<Inbox>('listNotices', { token: who.token, query }))
const read = (who: Person, id: string) =>
  app.call<{ unread: number }>('readNotice', { params: { id }, token: who.token })

const noticeOf = async (caseId: string): Promise<string> => {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM notices WHERE case_id = $1', [caseId])
  return rows[0]?.id ?? ''
}
const deliveries = async (noticeId: string): Promise<number | undefined> => {
  const { rows } = await pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM notice_deliveries WHERE notice_id = $1',
    [noticeId],
  )
  return rows[0]?.n
}

async function confirmed(): Promise<string> {
  const { id } = await book(app, party, wish(await makeRoom(app)))
  await ok(act(app, 'confirmBooking', staff, id))
  return id
}
const automatic = async (): Promise<string> =>
  (await book(app, party, wish(await makeRoom(app, { approval: 'automatic' })))).id

describe('delivery', () => {
  test('happens once, however many workers try it how often', async () => {
    const id = await noticeOf(await automatic())
    const tries = await together(20, (n) => untilDone(() => deliverNotice((n % 2 ? app : second).deps, id)))
    expect(tries.filter((one) => one.status === 'rejected')).toEqual([])
    await deliverNotice(app.deps, id)
    expect(await deliveries(id)).toBe(1)
    expect((await inbox(party)).notices.map((n) => n.id)).toEqual([id])
  })

  test('does not happen before its time', async () => {
    const id = await noticeOf(await confirmed())
    app.clock.advance(10.999 / 60)
    await deliverNotice(app.deps, id)
    await deliverOverdue(app.deps)
    expect([await deliveries(id), (await inbox(party)).notices]).toEqual([0, []])
    app.clock.advance(0.001 / 60)
    await deliverNotice(app.deps, id)
    expect(await deliveries(id)).toBe(1)
  })

  test('never happens to what was withdrawn', async () => {
    const caseId = await confirmed()
    const id = await noticeOf(caseId)
    await ok(act(app, 'undoDecision', staff, caseId))
    app.clock.advance(60)
    await deliverNotice(app.deps, id)
    await deliverOverdue(app.deps)
    expect(await deliveries(id)).toBe(0)
  })

  test('of a notice that never was is nothing', async () => {
    await deliverNotice(app.deps, '00000000-0000-4000-8000-000000000000')
  })

  test('makes up for a job that was lost', async () => {
    const id = await noticeOf(await automatic())
    await pool.query('DELETE FROM graphile_worker._private_jobs')
    await deliverOverdue(app.deps)
    expect(await deliveries(id)).toBe(1)
  })

  test('and a withdrawal at once: the resident is told exactly what holds', async () => {
    for (let n = 0; n < 10; n++) {
      app.clock.set(monday)
      const caseId = await confirmed()
      const id = await noticeOf(caseId)
      // The clock of a worker may be ahead of the one that decides.
      second.clock.set('2026-11-23T02:12:11Z')
      const [, undone] = await together<unknown>(2, (which) =>
        which === 0 ? deliverNotice(second.deps, id) : ok(act(app, 'undoDecision', staff, caseId)),
      )
      expect(await deliveries(id)).toBe(undone?.status === 'fulfilled' ? 0 : 1)
    }
  })
})

describe('the inbox', () => {
  test('holds the facts of the case, newest first, unread until read', async () => {
    const [older, newer] = [await automatic(), await automatic()]
    await deliverOverdue(app.deps)
    const { notices, unread } = await inbox(party)
    expect(unread).toBe(2)
    expect(notices.map((n) => n.caseId).sort()).toEqual([older, newer].sort())
    expect(notices[0]).toMatchObject({
      kind: 'booking_confirmed',
      read: false,
      facts: {
        title: '三楼多功能厅',
        nickname: null,
        heldUntil: null,
        startsAt: localTime('2026-11-25', 14),
        endsAt: localTime('2026-11-25', 16),
      },
    })
    const [first] = notices
    expect((await ok(read(party, first?.id ?? ''))).unread).toBe(1)
    expect((await ok(read(party, first?.id ?? ''))).unread).toBe(1)
    expect((await inbox(party)).notices.map((n) => n.read)).toEqual([true, false])
  })

  test('is one’s own', async () => {
    const id = await noticeOf(await automatic())
    expect((await read(party, id)).problem.code).toBe('not_found')
    await deliverOverdue(app.deps)
    expect((await read(staff, id)).problem.code).toBe('not_found')
    expect((await inbox(staff)).notices).toEqual([])
    expect((await inbox(party)).unread).toBe(1)
  })

  test('is paged, each notice once, while new ones arrive', async () => {
    for (let n = 0; n < 35; n++) {
      await automatic()
      if (n % 5 === 4) app.clock.advance(1 / 60)
    }
    await deliverOverdue(app.deps)
    const first = await inbox(party)
    await automatic()
    await deliverOverdue(app.deps)
    const rest = await inbox(party, { cursor: first.next ?? '' })
    expect([first.notices.length, rest.notices.length, rest.next]).toEqual([30, 5, null])
    expect(new Set([...first.notices, ...rest.notices].map((n) => n.id)).size).toBe(35)
    expect(rest.unread).toBe(36)
  })
})

test('the real worker delivers what it finds and what comes', async () => {
  app.clock.set(new Date())
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  party = await makePerson(app)
  const ask = async () => {
    const roomId = await makeRoom(app, { approval: 'automatic' })
    return (await book(app, party, wish(roomId, 14, 16, soon))).id
  }
  const before = await noticeOf(await ask())
  const worker = await startJobs(app.deps)
  const during = await noticeOf(await ask())
  const arrived = async () => (await deliveries(before)) === 1 && (await deliveries(during)) === 1
  expect(await eventually(arrived, 20_000)).toBe(true)
  const idle = async () =>
    (await pool.query(`SELECT FROM graphile_worker._private_jobs WHERE run_at <= now()`)).rowCount === 0
  expect(await eventually(idle, 20_000)).toBe(true)
  await worker.stop()
  expect((await inbox(party)).notices).toHaveLength(2)
  expect(app.logged()).not.toContain('a job failed')
})
