/** What carers and guardians do and see on a care day, over HTTP. */
import { randomUUID } from 'node:crypto'
import type {
  CareChild,
  CareDayOfChild,
  CareRecordSent,
  CareSession,
  RecordOutcome,
} from '../../bff/contracts/src/care'
import type { TestApp } from './app'
import { ok } from './story'
import type { Person } from './world'

type Said = CareRecordSent extends infer R
  ? R extends CareRecordSent
    ? Omit<R, 'id' | 'at'> & { id?: string; at?: string }
    : never
  : never

/** A record as a device makes it: with an id of its own, now. */
export const record = (app: TestApp, said: Said): CareRecordSent =>
  ({ id: randomUUID(), at: app.clock.now().toISOString(), ...said }) as CareRecordSent

export const send = async (
  app: TestApp,
  who: Pick<Person, 'token'>,
  ...records: CareRecordSent[]
): Promise<RecordOutcome[]> =>
  (
    await ok(
      app.call<{ outcomes: RecordOutcome[] }>('sendCareRecords', { body: { records }, token: who.token }),
    )
  ).outcomes

/** Sends one, and says what became of it: `kept`, `kept_before` or why it was refused. */
export async function sayOne(app: TestApp, who: Pick<Person, 'token'>, said: Said): Promise<string> {
  const [outcome] = await send(app, who, record(app, said))
  return outcome?.refusal ?? outcome?.outcome ?? 'nothing'
}

export interface CareDay {
  carer: string
  sessions: CareSession[]
  nextAt: string | null
}

export const dayOf = (app: TestApp, who: Pick<Person, 'token'>): Promise<CareDay> =>
  ok(app.call<CareDay>('getCareDay', { token: who.token }))

export const childrenSeen = async (app: TestApp, who: Pick<Person, 'token'>): Promise<CareChild[]> =>
  (await dayOf(app, who)).sessions.flatMap((s) => s.children)

export const daysOf = async (
  app: TestApp,
  who: Pick<Person, 'token'>,
  childId: string,
): Promise<CareDayOfChild[]> =>
  (
    await ok(
      app.call<{ days: CareDayOfChild[] }>('getChildDays', { params: { id: childId }, token: who.token }),
    )
  ).days

/** Accounts that were told of a case, by kind. */
export async function toldOf(app: TestApp, caseId: string, kind: string): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ account_id: string }>(
    'SELECT account_id FROM notices WHERE case_id = $1 AND kind = $2 ORDER BY created_at, account_id',
    [caseId, kind],
  )
  return rows.map((r) => r.account_id)
}

export interface KeptRecord {
  kind: string
  refusal: string | null
  method: string | null
  by_name: string | null
  at: Date
}

/** What is in the books about a case. */
export async function recordsOf(app: TestApp, caseId: string): Promise<KeptRecord[]> {
  const { rows } = await app.database.pool.query<KeptRecord>(
    'SELECT kind, refusal, method, by_name, at FROM care_records WHERE case_id = $1 ORDER BY at, received_at, id',
    [caseId],
  )
  return rows
}

export const ids = (...people: Pick<Person, 'accountId'>[]): string[] => people.map((p) => p.accountId).sort()
