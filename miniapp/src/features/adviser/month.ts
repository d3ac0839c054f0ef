/** A month before or after another one, `2026-11`. */
export function monthBeside(month: string, step: number): string {
  const [year = 0, n = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, n - 1 + step, 1)).toISOString().slice(0, 7)
}
