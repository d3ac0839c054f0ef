import { randomInt, randomUUID } from 'node:crypto'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import {
  signIn,
  type Person,
  makePerson,
  makeRoom,
  wish,
  here,
  nextDoor,
  elsewhere,
  localTime,
} from '../../support/world'
import { act, book, deliverAll, ok } from '../../support/story'
import type { Sent } from '../../support/api'
import { monday, type TestApp } from '../../support/app'

/** The people of the table, by the column they stand in. */
export interface Cast {
  party: Person
  other: Person
  staff: Person
  elsewhere: Person
  supervisor: Person
  /** A partner unit of the community, which runs none of the rooms of the table. */
  unit: Person
}

export async function makeCast(app: TestApp): Promise<Cast> {
  const [party, other, staff, away, supervisor, unit] = await Promise.all([
    makePerson(app, { phone: '13800000001', name: '周敏' }),
    makePerson(app, { community: nextDoor }),
    makePerson(app, { name: '杨会琼', grants: [['staff', here]] }),
    makePerson(app, { name: '李文', grants: [['staff', elsewhere]], community: elsewhere }),
    makePerson(app, { name: '张科', grants: [['supervisor', here.slice(0, 9)]] }),
    makePerson(app, { name: '烟草公司何玉兰', grants: [['partner_unit', here]], community: nextDoor }),
  ])
  return { party, other, staff, elsewhere: away, supervisor, unit }
}

/** What a row of the table may use to make what it asks for; everything it makes is new. */
export interface Stage {
  app: TestApp
  cast: Cast
  wechatCode(): string
  /** A child of whoever stands in the column. */
  freshChild(): Promise<string>
}

export type Ask = (stage: Stage) => Promise<Sent>

export const nothing: Ask = () => Promise.resolve({})
export const sends =
  (sent: Sent): Ask =>
  () =>
    Promise.resolve(sent)

const fresh = async ({ app, cast }: Stage): Promise<string> => {
  const party = await signIn(app.deps, cast.party.accountId)
  return (await book(app, party, wish(await makeRoom(app)))).id
}

/** A request of the party that waits for staff. */
export const onPending =
  (body?: object): Ask =>
  async (stage) => ({ params: { id: await fresh(stage) }, ...(body && { body }) })

/** The same, decided by the staff of the table a moment ago. */
export const onConfirmed =
  (body?: object): Ask =>
  async (stage) => {
    const id = await fresh(stage)
    const staff = await signIn(stage.app.deps, stage.cast.staff.accountId)
    await ok(act(stage.app, 'confirmBooking', staff, id))
    return { params: { id }, ...(body && { body }) }
  }

/** The same, with a question of a colleague of the staff of the table, whose words are to go. */
export const onAsked: Ask = async (stage) => {
  const id = await fresh(stage)
  const colleague = await makePerson(stage.app, { grants: [['grid_worker', here]] })
  const asked = await ok(act(stage.app, 'askSubject', colleague, id, { body: { note: '请补充活动方案' } }))
  const place = asked.timeline.findIndex(({ note }) => note !== null)
  return { params: { id }, body: { place, at: asked.timeline[place]?.at } }
}

/** The same, a quarter of an hour after it has begun. */
export const onBegun: Ask = async (stage) => {
  const sent = await onConfirmed({})(stage)
  stage.app.clock.set(localTime('2026-11-25', 14.25))
  return sent
}

/** The same, after staff have done this. */
export const onBegunAnd =
  (action: EndpointName): Ask =>
  async (stage) => {
    const sent = await onBegun(stage)
    const staff = await signIn(stage.app.deps, stage.cast.staff.accountId)
    await ok(act(stage.app, action, staff, sent.params?.id ?? ''))
    return sent
  }

/** The same, in front of its door. */
export const onDoor: Ask = async (stage) => {
  const { params } = await onBegun(stage)
  const { app, cast } = stage
  const { rows } = await app.database.pool.query<{ id: string }>(
    'SELECT room_id AS id FROM bookings WHERE case_id = $1',
    [params?.id],
  )
  const { token } = await signIn(app.deps, cast.staff.accountId)
  const { code } = await ok(
    app.call<{ code: string }>('readDoor', { params: { id: rows[0]?.id ?? '' }, token }),
  )
  return { body: { code } }
}

/** The same, when it is over. */
export const onEnded: Ask = async (stage) => {
  const sent = await onConfirmed({})(stage)
  stage.app.clock.set(localTime('2026-11-25', 16))
  return sent
}

export const onNotice: Ask = async (stage) => {
  const { params } = await onConfirmed()(stage)
  await deliverAll(stage.app)
  const { rows } = await stage.app.database.pool.query<{ id: string }>(
    'SELECT id FROM notices WHERE case_id = $1',
    [params?.id],
  )
  return { params: { id: rows[0]?.id ?? '' } }
}

export const onRoom =
  (sent: Sent = {}): Ask =>
  async ({ app }) => ({ params: { id: await makeRoom(app) }, ...sent })

const nextWeek = { startsAt: '2026-12-01T01:00:00Z', endsAt: '2026-12-01T03:00:00Z', reason: '检修' }
export const closing = onRoom({ body: nextWeek })

export const onClosure: Ask = async ({ app, cast }) => {
  const staff = await signIn(app.deps, cast.staff.accountId)
  const { id } = await ok(
    app.call<{ id: string }>('addClosure', {
      params: { id: await makeRoom(app) },
      body: nextWeek,
      token: staff.token,
    }),
  )
  return { params: { id } }
}

export const onNewRoom: Ask = async ({ app }) => ({ body: wish(await makeRoom(app)) })

/** Another device of the party. */
export const onOtherDevice: Ask = async ({ app, cast }) => ({
  params: { id: (await signIn(app.deps, cast.party.accountId)).sessionId },
})

const device = '测试设备'
const newPhone = (): string => `139${randomInt(10_000_000, 99_999_999)}`

export const byNewPhone: Ask = () => Promise.resolve({ body: { phone: newPhone() } })

export const byPhoneCode: Ask = async ({ app }) => {
  const phone = newPhone()
  const { demoCode } = await ok(app.call<{ demoCode: string }>('requestPhoneCode', { body: { phone } }))
  return { body: { phone, code: demoCode, device } }
}

export const byOwnNewPhone: Ask = async (stage) => {
  const sent = await byPhoneCode(stage)
  const { device: _, ...body } = sent.body as Record<string, string>
  return { body }
}

export const byWechat: Ask = ({ wechatCode }) => Promise.resolve({ body: { code: wechatCode(), device } })

export const byDemo: Ask = async ({ app }) => {
  const person = `demo-${randomUUID().slice(0, 8)}`
  const { accountId } = await makePerson(app)
  await app.database.pool.query('UPDATE accounts SET demo_key = $1 WHERE id = $2', [person, accountId])
  return { body: { person, device } }
}

export const byRefresh: Ask = async ({ app, cast }) => ({
  body: { refreshToken: (await signIn(app.deps, cast.other.accountId)).refreshToken },
})

/** Every cell of the table begins on Monday morning. */
export const rewind = ({ clock }: TestApp): void => clock.set(monday)

/** A room whose slot somebody has. */
export const onTakenRoom =
  (body: (roomId: string) => ReturnType<typeof wish>): Ask =>
  async ({ app }) => {
    const sent = body(await makeRoom(app))
    await book(app, await makePerson(app), sent)
    return { body: sent }
  }
