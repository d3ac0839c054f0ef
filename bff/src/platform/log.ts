import pino, { type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/**
 * Structured logs without personal data: callers log ids, codes and durations. Errors are cut to what helps at night;
 * a whole error object may carry a request body or a connection string (docs/architecture.md › The twelve rules, 7).
 */
export function createLog(level: string, service: string, to?: DestinationStream): Log {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: briefError },
  }
  return to ? pino(options, to) : pino(options)
}

export function briefError(err: unknown): Record<string, unknown> {
  if (!(err instanceof Error)) return { kind: typeof err }
  const { code, sqlState, constraint } = err as { code?: unknown; sqlState?: unknown; constraint?: unknown }
  const where = err.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return { kind: err.name, code, sqlState, constraint, where }
}
