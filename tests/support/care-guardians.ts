/** Guardians of the children of a care day, and what staff know of them, by plain SQL. */
import type { TestApp } from './app'
import type { Person } from './world'

/** The link between a guardian and a child. */
export async function linkOf(
  app: TestApp,
  childId: string,
  { accountId }: Pick<Person, 'accountId'>,
): Promise<string> {
  const { rows } = await app.database.pool.query<{ id: string }>(
    'SELECT id FROM guardians WHERE child_id = $1 AND account_id = $2',
    [childId, accountId],
  )
  return rows[0]?.id ?? ''
}

/** Staff have seen the papers of these guardians. @returns the links */
export async function verify(
  app: TestApp,
  childId: string,
  ...guardians: Pick<Person, 'accountId'>[]
): Promise<string[]> {
  await app.database.pool.query(
    `UPDATE guardians SET verified_by = account_id, verified_at = '2026-10-01'
     WHERE child_id = $1 AND account_id = ANY ($2)`,
    [childId, guardians.map((g) => g.accountId)],
  )
  return Promise.all(guardians.map((g) => linkOf(app, childId, g)))
}
