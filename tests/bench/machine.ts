/** What the kernel says about processes: CPU time and memory. Linux only, as /proc is. */
import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'

const tickMs = 10

interface Stat {
  ppid: number
  /** Own and reaped children's user and system time, milliseconds. */
  cpuMs: number
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, ppid = 0] = fields
    const ticks = fields.slice(11, 15).reduce((sum, n) => sum + n, 0)
    return { ppid, cpuMs: ticks * tickMs }
  } catch {
    return undefined
  }
}

const children = (pid: number): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((each) => each > 0 && statOf(each)?.ppid === pid)

/** CPU milliseconds of a process and all it started so far, living or ended. */
export const cpuMsOf = (pid: number): number =>
  [pid, ...children(pid)].reduce((sum, each) => sum + (statOf(each)?.cpuMs ?? 0), 0)

/** Proportional share of memory of a process and its children, MiB: shared pages are counted once over all. */
export function pssMiBOf(pid: number): number {
  const kib = [pid, ...children(pid)].map((each) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  })
  return kib.reduce((sum, n) => sum + n, 0) / 1024
}

export const parentOf = (pid: number): number => statOf(pid)?.ppid ?? 0

/** The machine's load over the last minute, to be printed beside every figure. */
export const loadNow = (): string => (loadavg()[0] ?? 0).toFixed(1)
