/** Ctrl-C, SIGTERM, or the end of the process that started this one: aborted then, and long commands with it. */
const stopping = new AbortController()

export const stopSignal = stopping.signal

/** Resolves when somebody asks the launcher to stop. */
export const stopAsked = new Promise<void>((resolve) => {
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) {
    process.on(event, () => {
      stopping.abort(new Error('Stopped before it had started.'))
      resolve()
    })
  }
})
