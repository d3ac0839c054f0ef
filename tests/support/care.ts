/** The care day of these tests: programmes, sessions, places and duties by plain SQL, everything after over HTTP. */
import { fillSpine } from './spine'
import { randomUUID } from 'node:crypto'
import { seal } from '../../bff/src/modules/children/sealed'
import { personHash, pickupCodeHash } from '../../bff/src/modules/children/service'
import type { TestApp } from './app'
import { here, localTime, makePerson, type Person, signIn } from './world'

/** The day of the test clock, and its session from 16:30 to 18:30. */
export const today = '2026-11-23'
export const tomorrow = '2026-11-24'

/** Local time of today as an instant, e.g. `clock('16:40')`. */
export const clock = (time: string, day = today): string =>
  new Date(Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`)).toISOString()

/** Moves the clock and signs everybody in anew: access tokens live a quarter of an hour. */
export async function moveTo(app: TestApp, at: string, ...people: Person[]): Promise<void> {
  app.clock.set(at)
  for (const person of people) Object.assign(person, await signIn(app.deps, person.accountId))
}

export interface ProgrammeWish {
  community?: string
  name?: string
  classes?: number
  capacity?: number
  startsOn?: string
  endsOn?: string
}

/** A published term programme with two classes, from 9 November to 18 December. */
export async function makeCareProgramme(app: TestApp, wish: ProgrammeWish = {}): Promise<string> {
  const [id, creator] = [randomUUID(), await makePerson(app)]
  const { startsOn = '2026-11-09', endsOn = '2026-12-18' } = wish
  await app.database.pool.query(
    `INSERT INTO programmes (id, community_code, kind, state, name, place, starts_on, ends_on, weekly, skips, capacity,
       classes, opens_at, closes_at, mode, priority, first_starts_at, last_ends_at, refill_until, created_by, created_at)
     VALUES ($1, $2, 'term', 'published', $3, '儿童之家', $4, $5, '[]', '{}', $6, $7, '2026-10-01', '2026-10-08',
       'first_come', '[]', $8, $9, $8, $10, '2026-09-20')`,
    [
      id,
      wish.community ?? here,
      wish.name ?? '放学后托管',
      startsOn,
      endsOn,
      wish.capacity ?? 40,
      wish.classes ?? 2,
      localTime(startsOn, 16.5),
      localTime(endsOn, 18.5),
      creator.accountId,
    ],
  )
  return id
}

export async function makeCareSession(
  app: TestApp,
  programmeId: string,
  { day = today, from = 16.5, to = 18.5 }: { day?: string; from?: number; to?: number } = {},
): Promise<string> {
  const id = randomUUID()
  await app.database.pool.query(
    'INSERT INTO care_sessions (id, programme_id, day, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)',
    [id, programmeId, day, localTime(day, from), localTime(day, to)],
  )
  return id
}

export const makeCarer = (app: TestApp, name: string, community = here): Promise<Person> =>
  makePerson(app, { name, grants: [['care_worker', community]] })

export interface DutyWish {
  classNo?: number
  leader?: boolean
  startsOn?: string
  endsOn?: string
  weekdays?: number[]
}

/** On weekdays of the whole programme. */
export async function makeDuty(
  app: TestApp,
  programmeId: string,
  carer: Pick<Person, 'accountId'>,
  wish: DutyWish = {},
): Promise<string> {
  const id = randomUUID()
  await app.database.pool.query(
    `INSERT INTO care_duties (id, programme_id, class_no, account_id, leader, starts_on, ends_on, weekdays, created_by,
       created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $4, '2026-11-01')`,
    [
      id,
      programmeId,
      wish.classNo ?? 1,
      carer.accountId,
      wish.leader ?? false,
      wish.startsOn ?? '2026-11-09',
      wish.endsOn ?? '2026-12-18',
      wish.weekdays ?? [1, 2, 3, 4, 5],
    ],
  )
  return id
}

export interface CareChildWish {
  classNo?: number
  state?: string
  name?: string
  allergies?: string
  contact?: { name: string; phone: string }
  guardians?: Pick<Person, 'accountId'>[]
}

export interface Placed {
  childId: string
  caseId: string
}

/** A child with a place in a programme. */
export async function makePlaced(
  app: TestApp,
  programmeId: string,
  wish: CareChildWish = {},
): Promise<Placed> {
  const { pool } = app.database
  const { cipher } = app.deps
  const [childId, caseId] = [randomUUID(), randomUUID()]
  const guardians = wish.guardians ?? [await makePerson(app)]
  const [first] = guardians
  const contact = wish.contact ?? { name: '李桂花', phone: '13711112222' }
  const sealed = seal(cipher, childId, {
    profile: { name: wish.name ?? '李小满', birthDate: '2017-05-21', grade: 3 },
    health: { allergies: wish.allergies ?? null, medication: null },
    contacts: [{ ...contact, relation: 'grandparent' }],
    circumstances: { claimed: [], verified: [] },
  })
  await pool.query(
    `INSERT INTO children (id, community_code, nickname, profile_enc, health_enc, contacts_enc, circumstances_enc,
       created_by, created_at, active_at) VALUES ($1, $2, '小满', $3, $4, $5, $6, $7, '2026-09-21', '2026-09-21')`,
    [
      childId,
      here,
      sealed.profileEnc,
      sealed.healthEnc,
      sealed.contactsEnc,
      sealed.circumstancesEnc,
      first?.accountId,
    ],
  )
  for (const [n, { accountId }] of guardians.entries())
    await pool.query(
      // Staff have known both; whoever is to be verified now is so in the test.
      `INSERT INTO guardians (id, child_id, account_id, place, relation, created_at, known_at)
       VALUES ($1, $2, $3, $4, 'mother', '2026-09-21', '2026-09-21')`,
      [randomUUID(), childId, accountId, n + 1],
    )
  const state = wish.state ?? 'confirmed'
  await pool.query(
    `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
     VALUES ($1, $2, 'enrolment', $3, $4, $4, 'self', $5, 'nobody', '2026-10-01')`,
    [caseId, `CD-${caseId.slice(0, 8)}`, here, first?.accountId, state],
  )
  await pool.query(
    `INSERT INTO enrolments (case_id, state, programme_id, child_id, group_id, group_rule, score, class_no)
     VALUES ($1, $2, $3, $4, $1, 'one', 0, $5)`,
    [caseId, state, programmeId, childId, wish.classNo ?? 1],
  )
  await fillSpine(pool)
  return { childId, caseId }
}

export interface DoorWish {
  kind?: 'listed' | 'barred'
  name?: string
  phone?: string
  from?: string
  to?: string
}

/** Somebody on one of a child's two lists. */
export async function makeDoorPerson(app: TestApp, childId: string, wish: DoorWish = {}): Promise<string> {
  const { cipher } = app.deps
  const [id, kind, name] = [randomUUID(), wish.kind ?? 'listed', wish.name ?? '外婆赵秀英']
  await app.database.pool.query(
    `INSERT INTO pickup_people (id, child_id, kind, name_enc, name_hash, phone_enc, phone_hash, relation, valid_from,
       valid_to, created_by, created_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, created_by, '2026-10-02' FROM children WHERE id = $2`,
    [
      id,
      childId,
      kind,
      cipher.encrypt('pickup_people.name_enc', id, name),
      personHash(cipher, name),
      wish.phone ? cipher.encrypt('pickup_people.phone_enc', id, wish.phone) : null,
      wish.phone ? cipher.lookup('phone', wish.phone) : null,
      kind === 'listed' ? 'grandparent' : null,
      wish.from ?? '2026-10-02',
      wish.to ?? null,
    ],
  )
  return id
}

/** A one-day code for a named adult. */
export async function makeDoorCode(
  app: TestApp,
  childId: string,
  { code = '314159', day = today, name = '邻居周师傅' } = {},
): Promise<string> {
  const { cipher } = app.deps
  const id = randomUUID()
  await app.database.pool.query(
    `INSERT INTO pickup_codes (id, child_id, day, code_hash, name_enc, relation, created_by, created_at)
     SELECT $1, $2, $3, $4, $5, 'other', created_by, '2026-11-22' FROM children WHERE id = $2`,
    [
      id,
      childId,
      day,
      pickupCodeHash(cipher, childId, day, code),
      cipher.encrypt('pickup_codes.name_enc', id, name),
    ],
  )
  return code
}
