/** A tab that holds the lock and sleeps does not keep the others waiting for longer than this. */
const patienceMs = 12_000

/**
 * Runs `work` in one tab at a time, where the browser has Web Locks (not over plain http, and not before iOS 15.4). They
 * spare requests; that two renewals get one answer does not depend on them.
 */
export async function exclusively(work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager }
  if (locks === undefined) return work()
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), patienceMs)
  let begun = false
  const begin = () => {
    begun = true
    clearTimeout(timer)
    return work()
  }
  try {
    await locks.request('linli.renewal', { signal: waiting.signal }, begin)
  } catch (error) {
    if (begun) throw error
    await work()
  }
}
