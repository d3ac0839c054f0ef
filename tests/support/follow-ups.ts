/** Follow-ups and the people around them: a rated case of the past, its bad grade, and each step over HTTP. */
import { fillSpine } from './spine'
import { randomUUID } from 'node:crypto'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import type { CaseState } from '../../bff/contracts/src/case-base'
import type { FollowUpDetail } from '../../bff/contracts/src/follow-ups'
import { giveVerdict, openFollowUp } from '../../bff/src/modules/follow-ups/service'
import type { Answer } from './api'
import type { TestApp } from './app'
import { ok } from './story'
import { here, makePerson, makeRoom, type Person, signIn } from './world'

export const rater = { name: '甲评价人', phone: '13987650001' }

/** One of each place in a follow-up of `here`, and those who have none. */
export async function makeFollowUpCast(app: TestApp) {
  const staff = (name: string, division: string) => makePerson(app, { name, grants: [['staff', division]] })
  return {
    rater: await makePerson(app, rater),
    unit: await staff('杨会琼', here),
    grid: await makePerson(app, { name: '普网格', grants: [['grid_worker', here]] }),
    township: await staff('李镇办', here.slice(0, 9)),
    county: await staff('王县办', here.slice(0, 6)),
    prefecture: await staff('赵州办', '5323'),
    second: await staff('钱州办', '5323'),
    supervisor: await makePerson(app, { name: '张科', grants: [['supervisor', here.slice(0, 9)]] }),
    away: await staff('外乡人', '532329'),
    stranger: await makePerson(app),
  }
}
export type FollowUpCast = Awaited<ReturnType<typeof makeFollowUpCast>>

/** The same person with a token of now: tokens age while a test moves the clock. */
export const fresh = (app: TestApp, { accountId }: Person): Promise<Person> => signIn(app.deps, accountId)

export interface RatedWish {
  community?: string
  grade?: 'dissatisfied' | 'very_dissatisfied'
  named?: boolean
  /** Who decided the rated case as staff. */
  decidedBy?: Person
  /** Without names and numbers, as the app keeps it. */
  text?: string
  supplement?: string
}

export interface Rated {
  id: string
  ratedId: string
  ratedNumber: string
  ratingId: string
  roomName: string
}

/** A booking that was used two days ago, and the bad grade that its subject gives it now. */
export async function rateBadly(app: TestApp, who: Person, wish: RatedWish = {}): Promise<Rated> {
  const { deps, clock } = app
  const { pool } = app.database
  const community = wish.community ?? here
  const roomName = `三楼${randomUUID().slice(0, 8)}厅`
  const roomId = await makeRoom(app, { community, name: roomName })
  const [ratedId, ratingId, ratedNumber] = [randomUUID(), randomUUID(), `CD-9${randomUUID().slice(0, 8)}`]
  const at = clock.now()
  const before = (hours: number): Date => new Date(at.getTime() - hours * 3_600_000)
  await pool.query(
    `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
       created_at, closed_at)
     VALUES ($1, $2, 'booking', $3, $4, $4, 'self', 'completed', 'nobody', $5, $6)`,
    [ratedId, ratedNumber, community, who.accountId, before(96), before(48)],
  )
  await pool.query(
    `INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     VALUES ($1, 'completed', $2, $3, $4, tstzrange($3, $4), 'training', 5, '2026-11-16')`,
    [ratedId, roomId, before(50), before(49)],
  )
  await fillSpine(pool)
  if (wish.decidedBy)
    await pool.query(
      `INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id, actor_name)
       VALUES ($1, $2, 'confirm', 'pending', 'confirmed', 'staff', $3, '经办人')`,
      [ratedId, before(95), wish.decidedBy.accountId],
    )
  await pool.query(
    `INSERT INTO rating_rights (case_id, service, community_code, finished_at, invite_at, rate_until, rated_at)
     VALUES ($1, 'booking', $2, $3, $3::timestamptz + interval '3 days', $3::timestamptz + interval '30 days', $4)
     ON CONFLICT DO NOTHING`,
    [ratedId, community, before(48), at],
  )
  await insertRating(app, who, { ratedId, ratingId, community, at }, wish)
  const opening = { ratingId, ratedCaseId: ratedId, raterId: who.accountId, community, at }
  const id = await deps.db.transaction((tx) =>
    openFollowUp(deps, tx, { ...opening, named: wish.named ?? false, confidential: false }),
  )
  return { id, ratedId, ratedNumber, ratingId, roomName }
}

async function insertRating(
  { database, deps }: TestApp,
  who: Person,
  about: { ratedId: string; ratingId: string; community: string; at: Date },
  wish: RatedWish,
): Promise<void> {
  const seal = (column: 'ratings.text_enc' | 'ratings.supplement_enc', text: string | undefined) =>
    text === undefined ? null : deps.cipher.encrypt(column, about.ratingId, text)
  await database.pool.query(
    `INSERT INTO ratings (id, case_id, service, community_code, rater_id, session_id, grade, reasons_version, reasons,
       unprompted, named, rated_at, text_enc, text_shown, text_state, text_for_all, supplement_enc, supplement_shown,
       supplement_state, supplement_at)
     VALUES ($1, $2, 'booking', $3, $4, $5, $6, '2026-11', '{dirty,slow}', true, $7, $8, $9, $10, $11, false, $12, $13,
       $14, $15)`,
    [
      about.ratingId,
      about.ratedId,
      about.community,
      who.accountId,
      who.sessionId,
      wish.grade ?? 'dissatisfied',
      wish.named ?? false,
      about.at,
      seal('ratings.text_enc', wish.text),
      wish.text ?? null,
      wish.text === undefined ? 'none' : 'passed',
      seal('ratings.supplement_enc', wish.supplement),
      wish.supplement ?? null,
      wish.supplement === undefined ? 'none' : 'passed',
      wish.supplement === undefined ? null : about.at,
    ],
  )
}

/** What is sent with each step that has to say something. */
export const said = { note: '已了解情况' }
const bodies: Partial<Record<EndpointName, object>> = { disclose: {}, review: { stands: true, ...said } }

/** One step by one person, with a token of now. */
export const step = async (
  app: TestApp,
  name: EndpointName,
  who: Person,
  id: string,
  body: object = bodies[name] ?? said,
  key?: string,
): Promise<Answer<FollowUpDetail>> =>
  app.call<FollowUpDetail>(name, {
    params: { id },
    token: (await fresh(app, who)).token,
    body,
    ...(key && { key }),
  })

export const followUp = async (app: TestApp, who: Person, id: string): Promise<FollowUpDetail> =>
  ok(app.call<FollowUpDetail>('getFollowUp', { params: { id }, token: (await fresh(app, who)).token }))

/** The rater's second verdict. @throws Problem action_not_open, not_found */
export const verdict = ({ deps, clock }: TestApp, who: Person, id: string, satisfied: boolean) =>
  deps.db.transaction((tx) =>
    giveVerdict(deps, tx, { followUpId: id, raterId: who.accountId, satisfied, at: clock.now() }),
  )

/** How a follow-up comes to a state, everybody in their own place and nobody escalated. */
export async function bringTo(
  app: TestApp,
  cast: FollowUpCast,
  id: string,
  state: CaseState,
  reviewing: 'appeal' | 'verdict' = 'verdict',
): Promise<void> {
  const take = (name: EndpointName, who: Person, body?: object) => ok(step(app, name, who, id, body))
  if (state === 'contacting') return
  if (state === 'overturned' || (state === 'reviewing' && reviewing === 'appeal')) {
    await take('contactRater', cast.township)
    await take('appeal', cast.unit)
    if (state === 'overturned') await take('review', cast.county, { stands: false, ...said })
    return
  }
  await take('contactRater', cast.township)
  if (state === 'rectifying') return
  await take('rectify', cast.unit)
  if (state === 'informing') return
  await take('tellRater', cast.township)
  if (state === 'verdict') return
  await verdict(app, cast.rater, id, state === 'closed')
}
