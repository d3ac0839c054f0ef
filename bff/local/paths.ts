import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the demonstration keeps what must last: databases, keys, logs. */
export function dataFolder(): string {
  const wanted = process.env.LINLI_DATA || '.linli'
  return isAbsolute(wanted) ? wanted : join(root, wanted)
}
