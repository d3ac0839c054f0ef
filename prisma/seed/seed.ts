/** What `npm start` begins with: the register, a facility in every community, and life in two of them. */
import pg from 'pg'
import { admitKeys, cipherOf } from '../../bff/src/keys/checks'
import { type KeyTexts, readKeys } from '../../bff/src/keys/read'
import type { FieldCipher } from '../../bff/src/platform/crypto'
import { insertCare } from './care/insert'
import { insertConsultations } from './consultations/insert'
import { readDivisions, type DivisionRow } from './divisions'
import { communitiesOf, demoCommunities, facilityOf } from './facilities'
import { fortnight } from './fortnight'
import { insertRows } from './insert'
import { officePhone } from './names'
import { askedOfHall, insertPartnerHalls } from './partner-halls'
import { insertNeeds } from './needs/insert'
import { insertTasks } from './tasks/insert'
import { insertTeams } from './teams/insert'
import { insertVolunteers } from './volunteers/insert'
import { bookersOf, makePeople, staffOf } from './people'
import { insertRatings } from './ratings'
import type { AccountRow, Matter, RoomRow } from './rows'
import { insertSurveys } from './surveys'
import { insertVisits } from './visits/insert'

type Say = (detail: string) => void

const MONTH_MS = 30 * 86_400_000
/** What can be rated. */
const ended = ['completed', 'refused']

/** The cipher that the service makes from the same keys. @throws WrongKey when the database is kept with others */
export async function cipherFrom(client: pg.Client, texts: KeyTexts): Promise<FieldCipher> {
  const keys = readKeys(texts)
  return cipherOf(keys, await admitKeys(client, keys))
}

async function insertDivisions(client: pg.Client, divisions: readonly DivisionRow[]): Promise<void> {
  const rows = divisions.map(({ code, level, name, fullName, parentCode }, index) => ({
    code,
    level,
    name,
    full_name: fullName,
    parent_code: parentCode,
    phone: level === 'community' || level === 'township' ? officePhone(index) : null,
  }))
  await insertRows(client, 'divisions', rows)
}

async function insertFacilities(
  client: pg.Client,
  divisions: readonly DivisionRow[],
  cipher: FieldCipher,
): Promise<RoomRow[]> {
  const made = communitiesOf(divisions).map((community) => facilityOf(community, cipher))
  await insertRows(
    client,
    'facilities',
    made.map(({ facility }) => facility),
  )
  const rooms = made.flatMap((one) => one.rooms)
  await insertRows(client, 'rooms', rooms)
  return rooms
}

/** Cases first: a booking names its case. The numbers used here are taken from the sequence. */
async function insertMatters(client: pg.Client, matters: readonly Matter[]): Promise<void> {
  const notices = matters.flatMap((matter) => matter.notices)
  await insertRows(
    client,
    'cases',
    matters.map((matter) => matter.case),
  )
  await insertRows(
    client,
    'bookings',
    matters.map((matter) => matter.booking),
  )
  await insertRows(
    client,
    'case_events',
    matters.flatMap((matter) => matter.events),
  )
  await insertRows(client, 'notices', notices)
  await client.query(
    `INSERT INTO notice_deliveries (notice_id, channel, delivered_at) SELECT id, 'inbox', delivered_at FROM notices`,
  )
}

/**
 * Everybody in the set is made up, and has agreed to the texts as of the day on which they signed up; whoever signs in with
 * a number of their own is asked.
 */
export async function agreeAll(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO agreements (account_id, kind, version, agreed_at)
     SELECT a.id, t.kind, t.version, a.created_at FROM accounts a, deployment_texts t
     WHERE t.kind IN ('privacy', 'terms') ON CONFLICT DO NOTHING`,
  )
}

/** How many places of their weeks everybody has used, counted from the bookings themselves. */
export async function countQuotas(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO booking_quotas (subject_id, week, used)
     SELECT c.subject_id, b.quota_week, count(*) FROM bookings b JOIN cases c ON c.id = b.case_id
     WHERE b.state IN ('pending', 'confirmed', 'completed', 'missed') GROUP BY c.subject_id, b.quota_week
     ON CONFLICT (subject_id, week) DO UPDATE SET used = excluded.used`,
  )
}

async function insertLife(
  client: pg.Client,
  { rooms, halls }: { rooms: readonly RoomRow[]; halls: Awaited<ReturnType<typeof insertPartnerHalls>> },
  accounts: readonly AccountRow[],
  now: Date,
): Promise<Matter[]> {
  const matters: Matter[] = []
  for (const community of demoCommunities) {
    const here = fortnight({
      rooms: rooms.filter((room) => room.community_code === community),
      bookers: bookersOf(accounts, community),
      staff: staffOf(community),
      now,
      firstNumber: matters.length + 1,
    })
    matters.push(...here)
  }
  for (const hall of halls) {
    const bookers = bookersOf(accounts, hall.room.community_code)
    matters.push(...askedOfHall(hall, { bookers, now, firstNumber: matters.length + 1 }))
  }
  await insertMatters(client, matters)
  return matters
}

async function fill(client: pg.Client, cipher: FieldCipher, now: Date, say: Say): Promise<void> {
  say('divisions')
  const divisions = await readDivisions()
  await insertDivisions(client, divisions)
  say('facilities and rooms')
  const rooms = await insertFacilities(client, divisions, cipher)
  say('people and bookings')
  const { accounts, grants } = makePeople(cipher, new Date(now.getTime() - MONTH_MS))
  await insertRows(client, 'accounts', accounts)
  await insertRows(client, 'grants', grants)
  const halls = await insertPartnerHalls(client, cipher)
  await agreeAll(client)
  const life = await insertLife(client, { rooms, halls }, accounts, now)
  say('children and care programmes')
  const afterCare = await insertCare(client, cipher, accounts, {
    now,
    firstNumber: life.length + 1,
  })
  say('ratings')
  const finished = life.map((matter) => matter.case).filter(({ state }) => ended.includes(state))
  const afterRatings = await insertRatings(
    client,
    cipher,
    { rooms, accounts, finished },
    { now, firstNumber: afterCare },
  )
  await countQuotas(client)
  const afterMatters = await insertConsultations(client, cipher, { now, firstNumber: afterRatings })
  const afterNeeds = await insertNeeds(client, cipher, { now, firstNumber: afterMatters })
  const afterVolunteers = await insertVolunteers(client, { now, firstNumber: afterNeeds })
  await insertTeams(client, now)
  const next = await insertTasks(client, { now, firstNumber: afterVolunteers })
  await insertVisits(client, cipher, { accounts, now })
  say('surveys')
  await insertSurveys(client, { divisions, accounts, now })
  await client.query(`SELECT setval('case_numbers', $1)`, [next - 1])
}

/**
 * Fills an empty database in one transaction; leaves any other as it is.
 * @param now the day around which the fortnight of bookings lies
 * @returns whether it was empty
 */
export async function seedWhenEmpty(
  databaseUrl: string,
  keys: KeyTexts,
  say: Say,
  now = new Date(),
): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const cipher = await cipherFrom(client, keys)
    const { rowCount } = await client.query('SELECT 1 FROM divisions LIMIT 1')
    if (rowCount) return false
    await client.query('BEGIN')
    await fill(client, cipher, now, say)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    return true
  } finally {
    await client.end()
  }
}
