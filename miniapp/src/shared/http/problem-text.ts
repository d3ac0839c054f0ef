import { ProblemError, localProblem } from './problem'

/** The sentence to show for any failure. */
export function problemText(error: unknown): string {
  return error instanceof ProblemError ? error.title : localProblem('unreadable').title
}

/** The sentence for one field of a form, found by the fault's path, e.g. `body.attendees`. */
export function faultText(error: unknown, path: string): string | null {
  if (!(error instanceof ProblemError)) return null
  return error.errors.find((fault) => fault.path === path)?.message ?? null
}
