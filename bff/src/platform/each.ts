/**
 * One after the other, each in a transaction of its own: one that fails does not hold up the others.
 * @param one how many it moved, or whether it did
 * @returns how many moved
 * @throws the first failure, after all were tried
 */
export async function eachOf<T>(
  found: readonly T[],
  one: (each: T) => Promise<boolean | number>,
): Promise<number> {
  const failures: unknown[] = []
  let moved = 0
  for (const each of found) {
    try {
      moved += Number(await one(each))
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return moved
}
