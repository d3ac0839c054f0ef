/**
 * The order of docs/locks.md, and what a transaction takes out of it. Seen is what its statements say and what the functions
 * of the database do that they call; locks of triggers and of foreign keys are not.
 */
import { sqlFunctions } from './sql-functions'

/** Up to the end of the query in which it stands: no further than the bracket around it. */
const within = '(?:[^;()]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))*?'

/** A row that is read to be held. */
const held = (table: string, ...modes: string[]): string =>
  `(?:FROM|JOIN) ${table}\\b${within}FOR (?:${modes.join('|')})\\b(?! SKIP LOCKED)`

/** An UPDATE or DELETE, as we write it or as Prisma does. */
const write = (table: string): string => `(?:UPDATE|DELETE FROM) (?:"public"\\.)?"?${table}\\b`

const add = (table: string): string => `INSERT INTO (?:"public"\\.)?"?${table}\\b`

/** The rows of the page's table, from top to bottom, and how a statement shows each. */
export const lockOrder: readonly (readonly [string, readonly RegExp[]])[] = (
  [
    ['the lookup key', ["pg_advisory_xact_lock_shared\\(hashtext\\('lookup key'\\)\\)"]],
    ['the tap', [add('idempotency_keys')]],
    ['a code, a change of number', ['phone_codes', 'care_pairing_codes', 'number_changes'].map(write)],
    ['a tablet', [held('care_devices', 'SHARE'), write('care_devices')]],
    ['a survey', [held('surveys', 'SHARE', 'UPDATE'), write('surveys')]],
    [
      'a team and who leads it',
      [held('teams', 'SHARE'), held('team_members', 'SHARE'), write('teams'), write('team_members')],
    ],
    ['children', [held('children', 'NO KEY UPDATE'), write('children')]],
    ['lines', [held('lines', 'NO KEY UPDATE'), write('lines')]],
    [
      'a room',
      [
        held('facilities', 'NO KEY UPDATE'),
        held('rooms', 'KEY SHARE'),
        held('rooms', 'NO KEY UPDATE'),
        held('rooms', 'UPDATE'),
        write('rooms'),
      ],
    ],
    ['cases', [held('cases', 'UPDATE'), write('cases')]],
    ['a child, shared', [held('children', 'SHARE')]],
    ['a programme', [held('programmes', 'UPDATE', 'NO KEY UPDATE', 'KEY SHARE'), write('programmes')]],
    ['the right to rate', [held('rating_rights', 'UPDATE'), add('rating_rights'), write('rating_rights')]],
    ['a quota', [add('booking_quotas'), write('booking_quotas')]],
    ['accounts', [held('accounts', 'UPDATE', 'NO KEY UPDATE'), write('accounts')]],
    ['what hangs on a child', ['guardian_invitations', 'pickup_codes'].map(write)],
    ['the rating', [held('ratings', 'UPDATE'), write('ratings')]],
    ['the number of a follow-up', ["pg_advisory_xact_lock\\(hashtext\\('follow_up_numbers'\\)\\)"]],
    ['marks', ['pg_advisory_xact_lock\\(hashtextextended']],
    ['advisers', [held('advisers', 'UPDATE')]],
    ['a volunteer, shared', [held('volunteers', 'SHARE')]],
    ['elders', [held('visit_elders', 'NO KEY UPDATE'), write('visit_elders')]],
    ['a month of visits', [held('visit_months', 'SHARE', 'UPDATE'), write('visit_months')]],
    ['a task', [held('tasks', 'UPDATE'), write('tasks')]],
  ] as const
).map(([name, shapes]) => [name, shapes.map((shape) => new RegExp(shape, 'gi'))])

const names = lockOrder.map(([name]) => name)

/** The page's “places where two orders meet”: after → what may still follow, and what is held meanwhile. */
const meets: readonly { after: string; comes: string; under?: string; leaving?: true; alone?: true }[] = [
  { after: 'a programme', comes: 'cases', under: 'lines' },
  { after: 'a task', comes: 'cases', under: 'lines' },
  { after: 'a task', comes: 'lines', under: 'lines' },
  { after: 'a quota', comes: 'cases', under: 'lines' },
  { after: 'a quota', comes: 'a room', under: 'lines' },
  { after: 'cases', comes: 'lines', under: 'lines' },
  { after: 'a programme', comes: 'lines', under: 'lines' },
  { after: 'cases', comes: 'a room' },
  { after: 'the right to rate', comes: 'a room' },
  { after: 'the right to rate', comes: 'cases', under: 'lines' },
  ...['children', 'a room', 'a programme', 'a quota'].map((after) => ({
    after,
    comes: 'the tap',
    alone: true as const,
  })),
  { after: 'accounts', comes: 'the tap' },
  { after: 'what hangs on a child', comes: 'children' },
  { after: 'what hangs on a child', comes: 'cases', leaving: true },
  { after: 'the rating', comes: 'cases', leaving: true },
  { after: 'advisers', comes: 'cases', under: 'cases' },
  { after: 'the right to rate', comes: 'cases', under: 'cases' },
]

/** A statement of the service, with its values. */
export interface Statement {
  text: string
  values: readonly unknown[]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const idsIn = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => (Array.isArray(value) ? idsIn(value) : []).concat(isId(value) ? [value] : []))
const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

interface Lock {
  name: string
  /** Where in the text. */
  at: number
}

const called = new RegExp(`\\b(${[...sqlFunctions.keys()].join('|')})\\s*\\(`, 'g')
const known = new Map<string, readonly Lock[]>()

/** What a text locks, in the order in which it says so; a function takes where it is called what its body does. */
function locksIn(text: string): readonly Lock[] {
  const seen = known.get(text)
  if (seen) return seen
  const own = lockOrder.flatMap(([name, shapes]) =>
    shapes.flatMap((shape) => [...text.matchAll(shape)].map(({ index }) => ({ name, at: index }))),
  )
  const ofFunctions = [...text.matchAll(called)].flatMap(({ index, 1: name = '' }) =>
    locksIn(sqlFunctions.get(name) ?? '').map((lock) => ({ ...lock, at: index })),
  )
  const locks = [...own, ...ofFunctions].sort((a, b) => a.at - b.at)
  known.set(text, locks)
  return locks
}

/** Whoever takes several accounts joins or erases one. */
const bothAccounts = new RegExp(held('accounts', 'UPDATE'), 'i')
const takesAccounts = ({ text }: Statement): boolean => bothAccounts.test(text)

/**
 * What one transaction takes out of order. What is taken again is held. Of one that joins or erases an account, what
 * follows the account is left to a second try, and each child is taken with all that is its own before the next.
 */
export function outOfOrder(statements: readonly Statement[]): string[] {
  const end = statements.findIndex(takesAccounts)
  const isLeaving = end >= 0
  const isAlone = statements.length === 1
  const taken = new Map<string, Set<string>>()
  const faults: string[] = []
  for (const statement of isLeaving ? statements.slice(0, end) : statements) {
    const ids = idsIn(statement.values)
    for (const { name } of locksIn(statement.text)) {
      const before = taken.get(name)
      if (before && ids.length > 0 && ids.every((id) => before.has(id))) continue
      if (isLeaving && name === 'children') taken.clear()
      const wrong = [...taken.keys()].filter((held) => !mayFollow(held, name, { taken, isLeaving, isAlone }))
      faults.push(...wrong.map((held) => `${name} after ${held}`))
      taken.set(name, new Set([...(before ?? []), ...ids]))
    }
  }
  return faults
}

function mayFollow(
  held: string,
  comes: string,
  now: { taken: ReadonlyMap<string, unknown>; isLeaving: boolean; isAlone: boolean },
): boolean {
  if (names.indexOf(held) <= names.indexOf(comes)) return true
  return meets.some(
    (meeting) =>
      meeting.after === held &&
      meeting.comes === comes &&
      (meeting.under === undefined || now.taken.has(meeting.under)) &&
      (meeting.leaving === undefined || now.isLeaving) &&
      (meeting.alone === undefined || now.isAlone),
  )
}
