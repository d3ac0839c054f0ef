/**
 * Calls `one` for 0 … n−1 in the same instant and waits for all of them, whatever their end.
 * @returns how each ended, in the order of their numbers
 */
export async function together<T>(
  n: number,
  one: (index: number) => Promise<T>,
): Promise<PromiseSettledResult<T>[]> {
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const runners = Array.from({ length: n }, async (_, index) => {
    await gate
    return one(index)
  })
  open()
  return Promise.allSettled(runners)
}

/** The values of those that succeeded. */
export function values<T>(results: readonly PromiseSettledResult<T>[]): T[] {
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}
