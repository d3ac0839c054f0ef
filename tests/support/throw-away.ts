import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder for servers that are gone afterwards. The account that runs PostgreSQL for root can enter it, so that the data
 * lies in it, and goes with it, and not below /var/lib (bff/local/postgres-files.ts).
 */
export async function throwAwayFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `linli-${name}-`))
  await chmod(folder, 0o711)
  return folder
}
