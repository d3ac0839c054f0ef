import type pg from 'pg'

/** Everybody is signed out, whoever they are. @returns how many sessions ended */
export async function endAllSessions(client: pg.ClientBase): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE sessions SET revoked_at = now(), revoked_reason = 'logged_out_everywhere' WHERE revoked_at IS NULL`,
  )
  return rowCount ?? 0
}
