/** The large set for measuring: residents and finished or coming bookings all over the prefecture, and what was
 * said of them, by COPY. */
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { addDays, dayOf, minuteMs } from '../../bff/src/platform/shanghai'
import { titleFollowUps } from './follow-ups'
import { saidOf } from './large-ratings'
import { matterOf, type Ending } from './matters'
import { seedPhone } from './names'
import { diceFor, uuidOf } from './random'
import type { Matter, RoomRow } from './rows'
import type { KeyTexts } from '../../bff/src/keys/read'
import { agreeAll, cipherFrom, countQuotas } from './seed'
import { usesOf, type Use } from './uses'

type Say = (detail: string) => void

const BATCH = 10_000
/** The furthest day ahead that has bookings; the rest lies behind. */
const LAST_DAY = 14
/** The account that is made last: without it the set is not whole. */
const finished = 'large set with ratings finished'
const thousands = new Intl.NumberFormat('en')

/** One field in COPY's text format. */
function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  const text = String(value)
  if (!/[\\\t\n\r]/.test(text)) return text
  return text.replace(
    /[\\\t\n\r]/g,
    (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? '',
  )
}

async function copyRows<Row extends object>(
  client: pg.Client,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const lines = rows.map((row) => `${Object.values(row).map(field).join('\t')}\n`)
  const stream = client.query(copyFrom(`COPY ${table} (${Object.keys(first).join(', ')}) FROM STDIN`))
  await pipeline(Readable.from([lines.join('')]), stream)
}

async function copyResidents(
  client: pg.Client,
  keys: KeyTexts,
  count: number,
  at: Date,
  say: Say,
): Promise<void> {
  const cipher = await cipherFrom(client, keys)
  const { rows } = await client.query<{ code: string }>(
    `SELECT code FROM divisions WHERE level = 'community'`,
  )
  for (let first = 0; first < count; first += BATCH) {
    say(`${thousands.format(first)} of ${thousands.format(count)} residents`)
    const accounts = Array.from({ length: Math.min(BATCH, count - first) }, (_, offset) => {
      const phone = seedPhone('large', first + offset)
      const id = uuidOf(`large ${first + offset}`)
      return {
        id,
        phone_enc: cipher.encrypt('accounts.phone_enc', id, phone),
        phone_hash: `\\x${cipher.lookup('phone', phone).toString('hex')}`,
        community_code: rows[(first + offset) % rows.length]?.code,
        created_at: at,
      }
    })
    await copyRows(client, 'accounts', accounts)
  }
}

/** Uses of every room on every day, the last day first, without end. */
function* usesBackwards(rooms: readonly RoomRow[], now: Date): Generator<{ room: RoomRow; use: Use }> {
  for (let offset = LAST_DAY; ; offset -= 1) {
    const day = addDays(dayOf(now), offset)
    for (const room of rooms) {
      for (const use of usesOf(room, day, 0.5, diceFor(`large ${room.id} ${day}`))) yield { room, use }
    }
  }
}

async function copySaid(client: pg.Client, matters: readonly Matter[], { staff, now }: Desk): Promise<void> {
  const said = matters.flatMap((matter) => saidOf(matter.case, staff, now) ?? [])
  const followUps = said.flatMap(({ followUp }) => followUp ?? [])
  const copies: [string, readonly object[]][] = [
    ['rating_rights', said.map(({ right }) => right)],
    ['ratings', said.map(({ rating }) => rating).filter((each) => each !== undefined)],
    ['cases', followUps.map((each) => each.case)],
    ['follow_ups', followUps.map((each) => each.followUp)],
    ['case_events', followUps.flatMap((each) => each.events)],
  ]
  for (const [table, rows] of copies) await copyRows(client, table, rows)
}

async function copyMatters(client: pg.Client, matters: readonly Matter[], desk: Desk): Promise<void> {
  const spines = matters.map((matter) => matter.case)
  await client.query('BEGIN')
  await copyRows(client, 'cases', spines)
  await copyRows(
    client,
    'bookings',
    matters.map((matter) => matter.booking),
  )
  await copyRows(
    client,
    'case_events',
    matters.flatMap((matter) => matter.events),
  )
  await copySaid(client, matters, desk)
  await titleFollowUps(client)
  await client.query('COMMIT')
}

interface Desk {
  rooms: RoomRow[]
  staff: { id: string; name: string }
  residents: number
  now: Date
}

async function copyBookings(client: pg.Client, desk: Desk, count: number, say: Say): Promise<void> {
  const { rooms, staff, residents, now } = desk
  const numbers = new Map<string, number>()
  let batch: Matter[] = []
  let made = 0
  for (const { room, use } of usesBackwards(rooms, now)) {
    const dice = diceFor(`large ${made}`)
    const past = use.endsAt <= now
    const chance = dice.next()
    const ending: Ending =
      chance < 0.1 ? 'cancelled' : chance < 0.13 ? 'refused' : past ? 'completed' : 'confirmed'
    const latest = Math.min(use.startsAt.getTime(), now.getTime()) - 1440 * minuteMs
    const createdAt = new Date(latest - dice.between(0, 7 * 1440) * minuteMs)
    // From the top, where the service's own numbers of a day have not come to yet.
    const day = dayOf(createdAt)
    const number = (numbers.get(day) ?? 999_999) - 1
    numbers.set(day, number)
    const subjectId = uuidOf(`large ${(made * 7919) % residents}`)
    batch.push(
      matterOf({ name: `large ${made}`, number, room, use, subjectId, staff, createdAt }, ending, dice),
    )
    made += 1
    if (batch.length < BATCH && made < count) continue
    await copyMatters(client, batch, desk)
    batch = []
    say(`${thousands.format(made)} of ${thousands.format(count)} bookings`)
    if (made >= count) return
  }
}

/** Rooms outside the demonstration communities, whose fortnight is already booked. */
async function roomsOf(client: pg.Client): Promise<RoomRow[]> {
  const { rows } = await client.query<RoomRow>(
    `SELECT * FROM rooms WHERE community_code NOT IN
       (SELECT community_code FROM accounts WHERE demo_key IS NOT NULL) ORDER BY community_code, position`,
  )
  return rows
}

/**
 * Adds the large set to a seeded database, once.
 * @returns false when it is already there
 * @throws when the database has no register or no staff yet, and where an earlier run was cut off
 */
export async function seedLarge(
  databaseUrl: string,
  keys: KeyTexts,
  { residents, bookings }: { residents: number; bookings: number },
  say: Say,
): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const has = async (name: string): Promise<boolean> =>
      (await client.query('SELECT 1 FROM accounts WHERE id = $1', [uuidOf(name)])).rowCount === 1
    if (await has(finished)) return false
    if (await has('large 0'))
      throw new Error(
        'The large set here is not whole, or older than this version. Begin with a new LINLI_DATA.',
      )
    const now = new Date()
    const { rows } = await client.query<{ id: string; name: string }>(
      `SELECT account_id AS id, display_name AS name FROM grants WHERE role = 'staff' LIMIT 1`,
    )
    const [staff] = rows
    if (!staff) throw new Error('The database has to be seeded first.')
    await client.query(`SET synchronous_commit = off`)
    await client.query(`SET session_replication_role = replica`)
    await copyResidents(client, keys, residents, new Date(now.getTime() - 400 * 1440 * minuteMs), say)
    await agreeAll(client)
    await copyBookings(client, { rooms: await roomsOf(client), staff, residents, now }, bookings, say)
    say('quotas and statistics')
    await countQuotas(client)
    await client.query('VACUUM ANALYZE')
    await client.query('INSERT INTO accounts (id, created_at) VALUES ($1, now())', [uuidOf(finished)])
    return true
  } finally {
    await client.end()
  }
}
