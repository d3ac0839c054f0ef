import type { Fault } from '@linli/contracts/problems'
import { ProblemError } from '../http/problem'

const isAt = (path: string, field: string) => path === field || path.startsWith(`${field}.`)

/** The sentence for a field, or for anything within it. */
export function faultWithin(error: unknown, ...fields: readonly string[]): string | null {
  const faults: Fault[] = error instanceof ProblemError ? error.errors : []
  return faults.find(({ path }) => fields.some((field) => isAt(path, `body.${field}`)))?.message ?? null
}

/** Faults at no field of the form: they are said above it. */
export function faultsElsewhere(error: unknown, fields: readonly string[]): string[] {
  const faults: Fault[] = error instanceof ProblemError ? error.errors : []
  return faults
    .filter(({ path }) => !fields.some((field) => isAt(path, `body.${field}`)))
    .map(({ message }) => message)
}
