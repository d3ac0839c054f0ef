import type { ChildProcess } from 'node:child_process'

export interface Supervised {
  /** Ends the running process and starts a new one at once; for watch mode. */
  restart(): void
  /** Asks the process to end, waits for it, and kills it when it has not ended in time. */
  stop(): Promise<void>
  /** Settles when the first process has ended. */
  firstEnd: Promise<void>
}

interface Options {
  name: string
  start: () => ChildProcess
  /** What asks this kind of process to end in order. */
  signal?: NodeJS.Signals
  /** Milliseconds before an unwilling process is killed. */
  patience?: number
}

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 5000
/** A process that lived this long had started well: the next pause is the first again. */
const HEALTHY_MS = 10_000

/** Keeps one process running: when it dies, it is started again, with a growing pause. */
export function supervise({ name, start, signal = 'SIGTERM', patience = 15_000 }: Options): Supervised {
  let child: ChildProcess
  let stopping = false
  let asked = false
  let pause = FIRST_PAUSE_MS
  let timer: NodeJS.Timeout | undefined

  function launch() {
    const since = performance.now()
    asked = false
    child = start()
    child.on('error', (error) => console.error(`  ${name}: ${error.message}`))
    child.once('exit', (code, killer) => {
      if (stopping) return
      if (asked) return launch()
      pause = performance.now() - since > HEALTHY_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS)
      console.error(`  ${name} ended (${killer ?? code}); starting it again in ${pause / 1000} s`)
      timer = setTimeout(launch, pause)
    })
  }

  async function stop() {
    stopping = true
    clearTimeout(timer)
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const force = setTimeout(() => child.kill('SIGKILL'), patience)
    child.kill(signal)
    await ended
    clearTimeout(force)
  }

  function restart() {
    asked = true
    child.kill(signal)
  }

  launch()
  return { restart, stop, firstEnd: new Promise((resolve) => child.once('exit', () => resolve())) }
}
