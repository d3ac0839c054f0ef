/** What is finished can be rated, by the defaults of the settings. */
import type { Client } from 'pg'
import { dayMs } from '../../bff/src/platform/shanghai'

interface Finished {
  id: string
  type: string
  community_code: string
  /** Null: it is not. */
  finished_at: Date | null
}

export async function grantRight(client: Client, one: Finished): Promise<void> {
  const { id, type, community_code: community, finished_at: at } = one
  if (at === null) return
  const after = (days: number): Date => new Date(at.getTime() + days * dayMs)
  await client.query('SELECT grant_right($1, $2, $3, false, $4, $5, $6)', [
    id,
    type,
    community,
    at,
    after(3),
    after(30),
  ])
}
