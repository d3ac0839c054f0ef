/**
 * Writes down what each transaction of the service locks, in the order in which it does, and fails the file in which one
 * leaves the order of docs/locks.md. Only what a statement says is seen: locks of triggers and of foreign keys are not.
 */
import pg from 'pg'
import { afterAll, beforeAll, expect } from 'vitest'

/** A table in an UPDATE or DELETE, as we write it or as Prisma does. */
const write = (...tables: string[]): string =>
  `(?:UPDATE|DELETE FROM) (?:"public"\\.)?"?(?:${tables.join('|')})\\b`

/** The rows of the page's table, from top to bottom, and how a statement shows each. */
export const lockOrder: readonly (readonly [string, RegExp])[] = (
  [
    ['the lookup key', 'hold_lookup_key'],
    ['the tap', 'INSERT INTO idempotency_keys'],
    ['a code, a change of number', write('phone_codes', 'care_pairing_codes', 'number_changes')],
    ['a tablet', `FROM care_devices[^;]*FOR SHARE|${write('care_devices')}`],
    ['a survey', `FROM surveys[^;]*FOR (?:SHARE|UPDATE)|${write('surveys')}`],
    ['children', `FROM children[^;]*FOR NO KEY UPDATE|${write('children')}`],
    ['lines', `FROM lines[^;]*FOR NO KEY UPDATE|${write('lines')}`],
    ['a room', `FROM rooms[^;]*FOR KEY SHARE|${write('rooms')}`],
    ['cases', `FROM cases[^;]*FOR UPDATE|${write('cases')}`],
    ['a child, shared', 'FOR SHARE OF k'],
    ['a programme', `FROM programmes[^;]*FOR UPDATE|${write('programmes')}`],
    ['the right to rate', `FROM rating_rights[^;]*FOR UPDATE|${write('rating_rights')}`],
    ['a quota', `INSERT INTO booking_quotas|${write('booking_quotas')}`],
    ['accounts', `FROM accounts[^;]*FOR (?:NO KEY )?UPDATE|${write('accounts')}`],
    ['what hangs on a child', write('guardian_invitations', 'pickup_codes')],
    ['the rating', `FROM ratings[^;]*FOR UPDATE|${write('ratings')}`],
    ['the number of a follow-up', "hashtext\\('follow_up_numbers'\\)"],
    ['marks', 'pg_advisory_xact_lock\\(hashtextextended'],
  ] as const
).map(([name, shape]) => [name, new RegExp(shape, 'i')])

const names = lockOrder.map(([name]) => name)

/** The page's “places where two orders meet”: after → what may still follow, and what is held meanwhile. */
const meets: readonly { after: string; comes: string; under?: string; leaving?: true }[] = [
  { after: 'a programme', comes: 'cases', under: 'lines' },
  { after: 'a quota', comes: 'cases', under: 'lines' },
  { after: 'a quota', comes: 'a room', under: 'lines' },
  { after: 'cases', comes: 'lines', under: 'lines' },
  { after: 'a programme', comes: 'lines', under: 'lines' },
  { after: 'cases', comes: 'a room' },
  { after: 'accounts', comes: 'the tap' },
  { after: 'what hangs on a child', comes: 'children' },
  { after: 'what hangs on a child', comes: 'cases', leaving: true },
  { after: 'the rating', comes: 'cases', leaving: true },
]

export interface Statement {
  text: string
  values: readonly unknown[]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const idsIn = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => (Array.isArray(value) ? idsIn(value) : []).concat(isId(value) ? [value] : []))
const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/** What a statement locks, in the order in which it says so. */
const locksOf = ({ text }: Statement): string[] =>
  lockOrder
    .flatMap(([name, shape]) => {
      const at = text.search(shape)
      return at < 0 ? [] : [{ name, at }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)

const takesAccounts = ({ text }: Statement): boolean => /FROM accounts[^;]*FOR UPDATE/i.test(text)

/**
 * What one transaction takes out of order. What is taken again is held. Of one that joins or erases an account, what
 * follows the account is left to a second try, and each child is taken with all that is its own before the next.
 */
export function outOfOrder(statements: readonly Statement[]): string[] {
  const end = statements.findIndex(takesAccounts)
  const isLeaving = end >= 0
  const taken = new Map<string, Set<string>>()
  const faults: string[] = []
  for (const statement of isLeaving ? statements.slice(0, end) : statements) {
    const ids = idsIn(statement.values)
    for (const name of locksOf(statement)) {
      const before = taken.get(name)
      if (before && ids.length > 0 && ids.every((id) => before.has(id))) continue
      if (isLeaving && name === 'children') taken.clear()
      const wrong = [...taken.keys()].filter((held) => !mayFollow(held, name, { taken, isLeaving }))
      faults.push(...wrong.map((held) => `${name} after ${held}`))
      taken.set(name, new Set([...(before ?? []), ...ids]))
    }
  }
  return faults
}

function mayFollow(
  held: string,
  comes: string,
  { taken, isLeaving }: { taken: ReadonlyMap<string, unknown>; isLeaving: boolean },
): boolean {
  if (names.indexOf(held) <= names.indexOf(comes)) return true
  const meeting = meets.find((m) => m.after === held && m.comes === comes)
  return (
    meeting !== undefined &&
    (meeting.under === undefined || taken.has(meeting.under)) &&
    (meeting.leaving === undefined || isLeaving)
  )
}

const open = new WeakMap<object, Statement[]>()
const faults = new Map<string, string>()

function note(client: { user?: string }, text: string, values: readonly unknown[]): void {
  // What a test does by itself, to race or to look, is not the service's.
  if (client.user !== 'linli_service') return
  if (/^\s*BEGIN/i.test(text)) open.set(client, [])
  else if (/^\s*(?:COMMIT|ROLLBACK)\s*$/i.test(text)) {
    const statements = open.get(client) ?? []
    open.delete(client)
    for (const fault of outOfOrder(statements))
      faults.set(fault, statements.map((s) => s.text.trim().split('\n')[0]).join('\n  '))
  } else open.get(client)?.push({ text, values })
}

type Query = (this: { user?: string }, ...args: unknown[]) => unknown
const client = pg.Client.prototype as unknown as { query: Query; isWatched?: true }

/** Once a process, whatever number of files it runs. */
function watch(): void {
  if (client.isWatched) return
  client.isWatched = true
  const { query } = client
  client.query = function (...args) {
    const [first, second] = args as [string | Partial<Statement>, unknown]
    const asked = typeof first === 'string' ? { text: first, values: second } : first
    note(this, asked.text ?? '', Array.isArray(asked.values) ? asked.values : [])
    return query.apply(this, args)
  }
}

/** For a file's tests. */
export function keepsLockOrder(): void {
  beforeAll(() => {
    watch()
    faults.clear()
  })
  afterAll(() => expect(Object.fromEntries(faults)).toEqual({}))
}
