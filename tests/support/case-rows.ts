import { randomUUID } from 'node:crypto'
import type { TestApp } from './app'
import { here, type Person } from './world'

let made = 0

/** The row of a case of no service in particular, for what hangs on a case and not on its kind. */
export async function makeCaseRow(app: TestApp, { accountId }: Person): Promise<string> {
  const id = randomUUID()
  await app.database.pool.query(
    `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
     VALUES ($1, $2, 'x_paper', $3, $4, $4, 'self', 'open', 'staff', $5)`,
    [id, `XX-${String(++made)}`, here, accountId, app.clock.now()],
  )
  return id
}
