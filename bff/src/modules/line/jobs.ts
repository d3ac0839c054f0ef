/**
 * What the clock does in lines. What is over or free is computed wherever it is read or written; these only see to it
 * that nobody has to look first. They may run late or twice.
 */
import type { Deps } from '../../deps'
import { kindOf, linesToSettle } from './read-store'
import type { Resources } from './resource'
import { settleNow } from './service'

export async function settleLine(deps: Deps, resources: Resources, lineId: string): Promise<void> {
  const kind = await kindOf(deps.db, lineId)
  if (kind) await settleNow(deps, resources[kind], lineId)
}

/**
 * Every line in which something may be over or free, each in a transaction of its own.
 * @throws the first failure, after all were tried
 */
export async function settleLines(deps: Deps, resources: Resources): Promise<void> {
  const failures: unknown[] = []
  for (const lineId of await linesToSettle(deps.db, deps.clock.now()))
    await settleLine(deps, resources, lineId).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
