/** A marked adult of whom everything is known that can be, over HTTP, and the marked people around them. */
import { randomInt, randomUUID } from 'node:crypto'
import { joinWith, withPhone } from './accounts'
import { monday, type TestApp } from './app'
import { linkSecond, makeCarePast, makeChild, ofChild, verify } from './children'
import { waitSlot } from './line'
import { again, finishAll, rate } from './ratings'
import { act, book, deliverAll, ok } from './story'
import { give, makePlanner, makeSurvey } from './surveys'
import type { WechatServer } from './wechat'
import { confirmed, here, makePerson, makeRoom, type Person, wish } from './world'

const number = (): string => `139${randomInt(10_000_000, 99_999_999)}`

/** What is theirs, and what is somebody else's; new for each adult, so that none is found by the next test. */
export function makeMarks() {
  const tail = randomUUID().slice(0, 6)
  return {
    own: {
      name: `甲标记本人${tail}`,
      phone: number(),
      secondPhone: number(),
      openid: `openid-own-${tail}`,
      note: `own-note-${tail}`,
      supplement: `own-supplement-${tail}`,
      reason: `staff-reason-${tail}`,
      rating: `own-rating-${tail}`,
      filed: `own-filed-${tail}`,
      feedback: `own-feedback-${tail}`,
    },
    others: {
      guardian: `乙标记监护${tail}`,
      guardianPhone: number(),
      staffPhone: number(),
      staffName: `丙标记员工${tail}`,
      listed: `丁标记接送${tail}`,
      listedPhone: number(),
      barred: `戊标记禁止${tail}`,
      barNote: `bar-note-${tail}`,
      neighbour: `己标记邻居${tail}`,
      neighbourNote: `neighbour-note-${tail}`,
      childName: `庚标记孩子${tail}`,
      childHealth: `child-health-${tail}`,
    },
  }
}
export type Marks = ReturnType<typeof makeMarks>

export const foundIn = (text: string, among: Record<string, string>): string[] =>
  Object.entries(among).flatMap(([mark, value]) => (text.includes(value) ? [mark] : []))

export interface MarkedAdult {
  marks: Marks
  adult: Person
  /** The account that became part of theirs. */
  joined: string
  other: Person
  staff: Person
  neighbour: Person
  shared: string
}

/** At the end it is Wednesday evening, and nothing of theirs is open. */
export async function makeMarkedAdult(app: TestApp, wechat: WechatServer): Promise<MarkedAdult> {
  app.clock.set(monday)
  const marks = makeMarks()
  const { own, others } = marks
  const adult = await makePerson(app, { name: own.name, phone: own.phone })
  const staff = await makePerson(app, {
    name: others.staffName,
    phone: others.staffPhone,
    grants: [['staff', here]],
  })
  // Residents read the badge; the name of the account is another one.
  const badge = await app.database.pool.query('SELECT display_name FROM grants WHERE account_id = $1', [
    staff.accountId,
  ])
  if (badge.rowCount !== 1) throw new Error('no badge')
  const other = await makePerson(app, { name: others.guardian, phone: others.guardianPhone })
  const neighbour = await makePerson(app, { name: others.neighbour })
  const second = await withPhone(app)
  await app.database.pool.query('UPDATE accounts SET phone_enc = $2, phone_hash = $3 WHERE id = $1', [
    second.accountId,
    app.deps.cipher.encrypt('accounts.phone_enc', second.accountId, own.secondPhone),
    app.deps.cipher.lookup('phone', own.secondPhone),
  ])
  await ok(joinWith(app, adult, own.secondPhone))
  const code = randomUUID()
  wechat.script(code, { openid: own.openid })
  await ok(app.call('joinByWechat', { body: { code }, token: adult.token }))
  const shared = await shareChild(app, marks, { adult, other, staff })
  await askAround(app, marks, { adult, staff, neighbour })
  return { marks, adult: await again(app, adult), joined: second.accountId, other, staff, neighbour, shared }
}

async function shareChild(
  app: TestApp,
  { others }: Marks,
  { adult, other, staff }: Record<'adult' | 'other' | 'staff', Person>,
): Promise<string> {
  const { id } = await makeChild(app, other, { name: others.childName, allergies: others.childHealth })
  await linkSecond(app, other, adult, id)
  for (const one of [other, adult]) await verify(app, staff, one, id)
  const bar = { name: others.barred, note: others.barNote }
  const { id: barred } = await ok(ofChild<{ id: string }>(app, 'barPerson', other, id, { body: bar }))
  const endedAt = new Date(app.clock.now().getTime() - 3_600_000)
  await makeCarePast(app, id, other, { endedAt, barred: { id: barred, name: others.barred } })
  const listed = {
    name: others.listed,
    phone: others.listedPhone,
    relation: 'relative',
    validFrom: '2026-11-23',
  }
  await ok(ofChild(app, 'addPickupPerson', other, id, { body: listed }))
  return id
}

/** Bookings asked about, refused and used, a wait that was left, a rating, a survey. */
async function askAround(
  app: TestApp,
  { own, others }: Marks,
  { adult, staff, neighbour }: Record<'adult' | 'staff' | 'neighbour', Person>,
): Promise<void> {
  const room = await makeRoom(app)
  const asked = await book(app, adult, { ...wish(room), note: own.note })
  await ok(app.call('readContact', { params: { id: asked.id }, token: staff.token }))
  await ok(act(app, 'askSubject', staff, asked.id, { body: { note: own.reason } }))
  await ok(act(app, 'supplementBooking', adult, asked.id, { body: { note: own.supplement } }))
  await ok(act(app, 'refuseBooking', staff, asked.id, { body: { note: own.reason } }))
  const taken = await makeRoom(app)
  await book(app, neighbour, { ...wish(taken), note: others.neighbourNote })
  const wait = await ok(waitSlot(app, adult, wish(taken)))
  await ok(app.call('leaveLine', { params: { id: wait.id }, body: {}, token: adult.token }))
  const said = { community: here, about: 'app', text: own.feedback, phone: own.phone }
  await ok(app.call('writeFeedback', { body: said, token: adult.token }))
  const survey = await makeSurvey(app, await makePlanner(app))
  await ok(give(app, adult, survey.id, [0, 1]))
  const used = await book(app, adult, { ...wish(await makeRoom(app)), note: own.filed })
  await ok(act(app, 'confirmBooking', staff, used.id))
  await deliverAll(app)
  await finishAll(app)
  await ok(rate(app, await again(app, adult), used.id, { text: own.rating }))
  await deliverAll(app)
}

/** Their export, after the second proof. */
export const exportOf = async (app: TestApp, who: Pick<Person, 'accountId'>) =>
  ok(
    app.call<{ fileName: string; pageName: string; page: string; document: Record<string, unknown[]> }>(
      'exportMe',
      {
        token: (await confirmed(app, await again(app, who))).token,
      },
    ),
  )
