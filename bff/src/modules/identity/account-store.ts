/** What becomes of what identity keeps of an account when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into, at }: Joining) => ({
  accounts: Prisma.sql`UPDATE accounts SET joined_into = ${into} WHERE id = ${from} OR joined_into = ${from}`,
  sessions: Prisma.sql`UPDATE sessions SET revoked_at = ${at}, revoked_reason = 'logged_out_everywhere'
    WHERE account_id = ${from} AND revoked_at IS NULL`,
  grants: Prisma.sql`WITH ended AS (UPDATE grants SET revoked_at = ${at} WHERE account_id = ${from} AND revoked_at IS NULL
      RETURNING role, division_code, display_name)
    INSERT INTO grants (id, account_id, role, division_code, display_name, created_at)
    SELECT gen_random_uuid(), ${into}, role, division_code, display_name, ${at} FROM ended e WHERE NOT EXISTS (SELECT FROM grants g
      WHERE g.account_id = ${into} AND g.revoked_at IS NULL AND (g.role, g.division_code) = (e.role, e.division_code))`,
  devices: Prisma.sql`WITH gone AS (DELETE FROM known_devices WHERE account_id = ${from} RETURNING device_hash, last_at)
    INSERT INTO known_devices (account_id, device_hash, last_at) SELECT ${into}, device_hash, last_at FROM gone
    ON CONFLICT (account_id, device_hash) DO UPDATE SET last_at = greatest(known_devices.last_at, excluded.last_at)`,
  'login_identities.account_id': Prisma.sql`UPDATE login_identities SET account_id = ${into} WHERE account_id = ${from}`,
  'number_changes.account_id': Prisma.sql`UPDATE number_changes SET account_id = ${into} WHERE account_id = ${from}`,
})

export const onLeave = {
  // A code that was asked for since the number is free is good for a new account.
  phone_codes: `DELETE FROM phone_codes p USING accounts a, accounts w WHERE a.id = ANY ($1::uuid[])
    AND w.id = coalesce(a.joined_into, a.id) AND p.phone_hash IN (a.phone_hash, a.former_phone_hash)
    AND p.created_at < w.leaves_at`,
  sessions: `DELETE FROM sessions WHERE account_id = ANY ($1::uuid[])`,
  known_devices: `DELETE FROM known_devices WHERE account_id = ANY ($1::uuid[])`,
}

/** Each says how many fields went, for the proof. */
export const sealedOnLeave = {
  guardian_names: `WITH gone AS (DELETE FROM guardian_names WHERE guardian_id IN (SELECT id FROM guardians WHERE account_id = ANY ($1::uuid[]))
    RETURNING num_nonnulls(name_enc, phone_enc) AS n) SELECT coalesce(sum(n), 0)::int AS n FROM gone`,
  login_identities: `WITH gone AS (DELETE FROM login_identities WHERE account_id = ANY ($1::uuid[]) RETURNING 1) SELECT count(*)::int AS n FROM gone`,
  // What still waits at a counter is taken back by leaving.
  number_changes: `WITH gone AS (UPDATE number_changes SET old_phone_enc = NULL, new_phone_enc = NULL,
      decided_at = coalesce(decided_at, leaves), decided_by = coalesce(decided_by, account_id),
      decider = coalesce(decider, '本人'), approved = coalesce(approved, false)
    FROM (SELECT id AS was, num_nonnulls(old_phone_enc, new_phone_enc) AS n,
        (SELECT max(leaves_at) FROM accounts WHERE id = ANY ($1::uuid[])) AS leaves
      FROM number_changes WHERE account_id = ANY ($1::uuid[])) before
    WHERE id = before.was RETURNING before.n) SELECT coalesce(sum(n), 0)::int AS n FROM gone`,
}
