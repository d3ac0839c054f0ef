import { ProblemError, localProblem } from './problem'

/** Sentences that a page says in its own way, by the problem's code. */
export type OwnSentences = Readonly<Record<string, string>>

/** The sentence to show for any failure. */
export function problemText(error: unknown, own: OwnSentences = {}): string {
  const { code, title, retryAfter } = error instanceof ProblemError ? error : localProblem('unreadable')
  return own[code] ?? (code === 'tables_enough' ? title + after(retryAfter) : title)
}

/** From a minute on a wait is told. */
const after = (seconds: number | null): string =>
  seconds === null || seconds < 60 ? '' : `约 ${Math.ceil(seconds / 60)} 分钟后可以。`

/** The sentence for one field of a form, found by the fault's path, e.g. `body.attendees`. */
export function faultText(error: unknown, path: string): string | null {
  if (!(error instanceof ProblemError)) return null
  return error.errors.find((fault) => fault.path === path)?.message ?? null
}
