/**
 * The app's own service without the lock of a case, for controls of races: everything that was read is read, and then somebody
 * else comes first.
 */
import type { Deps } from '../../bff/src/deps'
import type { Tx } from '../../bff/src/platform/db'

const lock = 'FOR UPDATE OF c'

/** @param between happens once, after the case and its facts were read and before it moves */
export function unlocked(deps: Deps, between: () => Promise<unknown>): Deps {
  let waits = true
  const without = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        if (name === '$queryRawUnsafe')
          return (sql: string, ...values: unknown[]) =>
            target.$queryRawUnsafe(sql.replace(lock, ''), ...values)
        if (name !== '$executeRaw') return Reflect.get(target, name) as unknown
        return async (sql: TemplateStringsArray, ...values: unknown[]) => {
          if (waits && sql.join('').includes('UPDATE cases c SET state')) {
            waits = false
            await between()
          }
          return target.$executeRaw(sql, ...values)
        }
      },
    })
  const db: Deps['db'] = {
    ...deps.db,
    transaction: (work, patience) => deps.db.transaction((tx) => work(without(tx)), patience),
  }
  return { ...deps, db }
}
