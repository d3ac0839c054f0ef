/**
 * Round robin that knows who is there: each next child goes to the class with the fewest, the first of equals.
 * @param counts children of class 1, 2, … @returns the class numbers of so many more
 */
export function spread(counts: readonly number[], more: number): number[] {
  const filled = [...counts]
  return Array.from({ length: more }, () => {
    const index = filled.indexOf(Math.min(...filled))
    filled[index] = (filled[index] ?? 0) + 1
    return index + 1
  })
}
