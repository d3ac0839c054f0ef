/** Who presses: guardians with a session and a child, written behind the app's back. */
import { randomUUID } from 'node:crypto'
import { seal } from '../../bff/src/modules/children/sealed'
import type { TestApp } from '../support/app'
import { here } from '../support/world'

export interface Guardian {
  token: string
  childId: string
}

/** Accounts with a session and a child each, as they are the evening before. */
export async function makeGuardians(app: TestApp, people: number): Promise<Guardian[]> {
  const { cipher, tokens } = app.deps
  const now = app.clock.now()
  const ids = Array.from({ length: people }, () => [randomUUID(), randomUUID(), randomUUID()] as const)
  const [accounts, sessions, children] = [0, 1, 2].map((n) => ids.map((each) => each[n]))
  const sealed = ids.map(([, , childId]) =>
    seal(cipher, childId, {
      profile: { name: '李小满', birthDate: '2017-05-21', grade: 3 },
      health: { allergies: null, medication: null },
      contacts: [{ name: '李桂花', phone: '13711112222', relation: 'grandparent' }],
      circumstances: { claimed: [], verified: [] },
    }),
  )
  const insert = (sql: string, ...values: unknown[]) => app.database.pool.query(sql, values)
  await insert(
    'INSERT INTO accounts (id, community_code, created_at) SELECT unnest($1::uuid[]), $2, $3',
    accounts,
    here,
    now,
  )
  await insert(
    `INSERT INTO agreements (account_id, kind, version, agreed_at)
     SELECT a, t.kind, t.version, $2 FROM unnest($1::uuid[]) AS u (a), deployment_texts t
     WHERE t.kind IN ('privacy', 'terms')`,
    accounts,
    now,
  )
  await insert(
    `INSERT INTO sessions (id, account_id, device, refresh_hash, created_at, last_used_at, expires_at)
     SELECT s, a, '手机', sha256(s::text::bytea), $3, $3, $3::timestamptz + interval '30 days'
     FROM unnest($1::uuid[], $2::uuid[]) AS u (s, a)`,
    sessions,
    accounts,
    now,
  )
  await insert(
    `INSERT INTO children (id, community_code, nickname, profile_enc, contacts_enc, circumstances_enc, created_by,
       created_at, active_at) SELECT c, $3, '小满', p, t, o, a, $7, $7
       FROM unnest($1::uuid[], $2::uuid[], $4::text[], $5::text[], $6::text[]) AS u (c, a, p, t, o)`,
    children,
    accounts,
    here,
    sealed.map((each) => each.profileEnc),
    sealed.map((each) => each.contactsEnc),
    sealed.map((each) => each.circumstancesEnc),
    now,
  )
  await insert(
    `INSERT INTO guardians (id, child_id, account_id, place, relation, created_at)
     SELECT gen_random_uuid(), c, a, 1, 'mother', $3 FROM unnest($1::uuid[], $2::uuid[]) AS u (c, a)`,
    children,
    accounts,
    now,
  )
  await insert(
    `INSERT INTO consents (child_id, guardian_id, version, decision, at)
     SELECT c, a, 1, 'granted', $3 FROM unnest($1::uuid[], $2::uuid[]) AS u (c, a)`,
    children,
    accounts,
    now,
  )
  await insert('ANALYZE accounts, sessions, children, guardians, consents, enrolments, cases, line_entries')
  return ids.map(([accountId, sessionId, childId]) => ({
    token: tokens.access(accountId, sessionId).token,
    childId,
  }))
}
