/** Legal consultations as tests begin them. */
import { randomUUID } from 'node:crypto'
import type { ConsultationDetail } from '../../bff/contracts/src/consultation-case'
import type { AskedConsultation } from '../../bff/contracts/src/consultations'
import type { Thread } from '../../bff/contracts/src/consultation-thread'
import type { TestApp } from './app'
import { act, ok } from './story'
import { here, localTime, type Person, signIn } from './world'

export const question = (wish: Partial<AskedConsultation> = {}): AskedConsultation => ({
  community: here,
  urgency: 'none',
  topic: 'work',
  happenedOn: null,
  words: '老板三个月没有发工资，我该怎么办',
  opposite: null,
  reach: 'here',
  unnamed: false,
  files: [],
  ...wish,
})

export const ask = (
  app: TestApp,
  who: Pick<Person, 'token'>,
  wish: Partial<AskedConsultation> = {},
): Promise<ConsultationDetail> =>
  ok(app.call<ConsultationDetail>('requestConsultation', { body: question(wish), token: who.token }))

export const threadOf = (app: TestApp, who: Pick<Person, 'token'>, id: string): Promise<Thread> =>
  ok(app.call<Thread>('readThread', { params: { id }, token: who.token }))

/** Tokens last fifteen minutes, so whoever acts later signs in again. */
export const fresh = ({ deps }: TestApp, { accountId }: Person): Promise<Person> => signIn(deps, accountId)

/** A room in which advisers meet people, by default of the township. */
export async function makeStation(
  { database }: TestApp,
  division = here.slice(0, 9),
  name = '鹿城镇法律服务站',
) {
  const id = randomUUID()
  await database.pool.query(
    `INSERT INTO legal_stations (id, division_code, name, address) VALUES ($1, $2, $3, '鹿城路 8 号')`,
    [id, division, name],
  )
  return id
}

/** An hour of Wednesday 25 November 2026, or of another day. */
export const hour = (from: number, day = '2026-11-25', hours = 1) => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, from + hours),
})

export const offer = (
  app: TestApp,
  adviser: Pick<Person, 'token'>,
  id: string,
  wish: { kind?: string; stationId?: string | null; link?: string | null; times?: object[] } = {},
) =>
  act(app, 'offerTimes', adviser, id, {
    body: {
      kind: 'video',
      stationId: null,
      link: wish.kind && wish.kind !== 'video' ? null : 'https://meet.example/abc',
      times: [hour(14)],
      ...wish,
    },
  })

/** What stands under a person in the inbox, by kind. */
export const toldTo = async (
  { database }: TestApp,
  { accountId }: Pick<Person, 'accountId'>,
): Promise<string[]> => {
  const { rows } = await database.pool.query<{ kind: string }>(
    'SELECT kind FROM notices WHERE account_id = $1 ORDER BY created_at, kind',
    [accountId],
  )
  return rows.map(({ kind }) => kind)
}

/** What earlier tests of a file left is nobody's any more, and nobody holds an office. */
export async function forget({ database }: TestApp): Promise<void> {
  await database.pool.query(`
    UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL;
    UPDATE consultations SET handler_id = NULL, handler_name = NULL, handed_at = NULL, opened_at = NULL, moves_at = NULL;
    UPDATE consultation_meetings SET called_off_at = now(), called_off_by = 'system' WHERE called_off_at IS NULL;
    UPDATE contact_visits SET done_at = NULL, done_by = NULL, done_name = NULL, ended_at = now();
    UPDATE consultation_referrals SET state = 'withdrawn', ended_at = now() WHERE state IN ('proposed', 'sent')`)
}
