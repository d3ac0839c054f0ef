import type { Deps } from '../deps'
import { idRow } from '../platform/rows'

const everyMs = 1_000
/** Supervisors start a process again that ends with it; `EX_TEMPFAIL` of sysexits.h. */
const again = 75

/**
 * A process has one lookup key for its life. When the rotation has changed it, the database takes nothing more from this
 * process, and it ends in order to be started again with the new one.
 * @returns stops watching
 */
export function watchLookupKey({ db, log }: Deps, ours: string, end: () => Promise<void>): () => void {
  const timer = setInterval(() => void look(), everyMs)
  async function look(): Promise<void> {
    const rows = await db
      .statement(idRow, 'lookup-key', 'SELECT id FROM key_checks WHERE writes', [])
      .catch(() => [])
    if (!rows[0] || rows[0].id === ours) return
    clearInterval(timer)
    log.warn('the lookup key has changed: this process ends, to begin again with the new one')
    process.exitCode = again
    await end()
  }
  return () => clearInterval(timer)
}
