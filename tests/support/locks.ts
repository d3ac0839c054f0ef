/**
 * Writes down what each transaction of the service locks, in the order in which it does, and fails the file in which one
 * leaves the order of docs/locks.md. A statement outside of `BEGIN` is a transaction by itself.
 */
import pg from 'pg'
import { afterAll, beforeAll, expect } from 'vitest'
import { outOfOrder, type Statement } from './lock-order'

const open = new WeakMap<object, Statement[]>()
const faults = new Map<string, string>()

function judge(statements: readonly Statement[]): void {
  for (const fault of outOfOrder(statements))
    faults.set(fault, statements.map((s) => s.text.trim().split('\n')[0]).join('\n  '))
}

function note(client: { user?: string }, text: string, values: readonly unknown[]): void {
  // What a test does by itself, to race or to look, is not the service's.
  if (client.user !== 'linli_service') return
  const statements = open.get(client)
  if (/^\s*BEGIN/i.test(text)) open.set(client, [])
  else if (/^\s*(?:COMMIT|ROLLBACK)\s*$/i.test(text)) {
    open.delete(client)
    judge(statements ?? [])
  } else if (statements) statements.push({ text, values })
  else judge([{ text, values }])
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
