/** A long step is never silent for longer than this. */
const HEARTBEAT_MS = 4000

/** @param {number} since milliseconds of `performance.now()` */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs one step of the set-up, and says that it began, that it is still going on, and that it ended.
 * `say` sets what the next heartbeat line tells, e.g. `120,000 of 200,000 residents`.
 * @template T
 * @param {string} title
 * @param {(say: (detail: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const since = performance.now()
  let detail = ''
  console.log(`  ${title} …`)
  const heartbeat = setInterval(
    () => console.log(`    … ${title}: ${detail ? `${detail}, ` : ''}${seconds(since)}`),
    HEARTBEAT_MS,
  )
  try {
    const result = await work((text) => (detail = text))
    console.log(`  ✓ ${title} (${seconds(since)})`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}
