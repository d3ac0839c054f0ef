import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The command line of a process, or null when there is no such process. */
export function commandOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null
    }
    if (process.platform === 'win32') {
      return execFileSync('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'], { encoding: 'utf8' })
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

/** Asks again every 50 ms until the answer is true; false when `patience` milliseconds have passed. */
export async function eventually(question: () => Promise<boolean>, patience: number): Promise<boolean> {
  const until = performance.now() + patience
  while (!(await question())) {
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}
