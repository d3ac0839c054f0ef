/** Which of many rows of one height are drawn: whole bands of a few rows each. Pure. */
export interface Window {
  from: number
  to: number
}

/** Rows of a band. */
export const bandRows = 4

/** @param top how far above what is seen the first row begins, @param height of what is seen, @param row of one, @param beyond rows drawn beyond its edges. @returns bands */
export const windowAt = (top: number, height: number, row: number, beyond: number): Window => ({
  from: Math.floor((top / row - beyond) / bandRows),
  to: Math.ceil(((top + height) / row + beyond) / bandRows),
})

/** The same object where nothing has changed. */
export const moved = (was: Window, is: Window): Window =>
  was.from === is.from && was.to === is.to ? was : is

/**
 * One step towards what is wanted: what is out of sight goes, and one band comes, the one nearest to the middle.
 * @returns the same list where nothing is left to do
 */
export function nextBands(drawn: readonly number[], { from, to }: Window, count: number): readonly number[] {
  const wanted = Array.from({ length: count }, (_, n) => n).filter((n) => n >= from && n < to)
  const kept = drawn.filter((n) => wanted.includes(n))
  const middle = (from + to - 1) / 2
  const [next] = wanted
    .filter((n) => !drawn.includes(n))
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  if (next !== undefined) return [...kept, next]
  return kept.length === drawn.length ? drawn : kept
}
