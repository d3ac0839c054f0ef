/** SQLSTATE of an error from pg or from any layer of Prisma, which wraps it in five different ways (docs/decisions/contention.md). */
export function sqlState(error: unknown): string | undefined {
  for (let e = error, depth = 0; typeof e === 'object' && e !== null && depth < 6; depth++) {
    const found = stateOf(e as Layer)
    if (found) return found
    e = (e as Layer).cause ?? (e as Layer).meta?.driverAdapterError
  }
  return undefined
}

interface Layer {
  code?: unknown
  originalCode?: unknown
  cause?: unknown
  meta?: { code?: unknown; driverAdapterError?: unknown }
}

function stateOf(e: Layer): string | undefined {
  for (const code of [e.originalCode, e.code, e.meta?.code])
    if (typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code
  return undefined
}

/** Serialization failure or deadlock: the whole function may run again. */
export const isRetryable = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '')

/** Whoever the row is written for is leaving (`account_must_live`). */
export const isLeaving = (error: unknown): boolean => sqlState(error) === 'LL001'

const unavailable = /^(08|53|57P0|55P03|57014|40001|40P01)/
const network =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|connection terminated|timeout exceeded|closed the connection|Can't reach|not queryable|P2024|P2028/i

/** The database is away, starting, full or waiting for a lock too long: answered 503, worth another try. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error)
  if (state) return unavailable.test(state)
  for (let e = error, depth = 0; e instanceof Error && depth < 6; depth++) {
    if (network.test(`${e.message} ${String((e as { code?: unknown }).code)}`)) return true
    e = e.cause
  }
  return false
}
