import autocannon from 'autocannon'
import { cpuMsOf } from './machine'

export interface Figures {
  perSecond: number
  p50: number
  p99: number
  answers: number
  /** Answers that were not 2xx. */
  others: number
  /** CPU milliseconds per answer, by process name. */
  cpu: Record<string, number>
}

export interface Target {
  url: string
  connections: number
  seconds: number
  /** Name → process id: whose CPU time is counted. */
  processes: Record<string, number>
  /** Makes the next request; the default is a plain GET. */
  next?: () => { method: 'POST'; headers: Record<string, string>; body: string }
  /** In a thread of its own, so that this one can measure something else meanwhile. */
  apart?: boolean
}

/** One run of load from this process against another one. */
export async function run({ url, connections, seconds, processes, next, apart }: Target): Promise<Figures> {
  const before = Object.entries(processes).map(([name, pid]) => [name, pid, cpuMsOf(pid)] as const)
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(apart === true && { workers: 1 }),
    ...(next && { requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }] }),
  })
  const answers = result.requests.total
  const cpu = Object.fromEntries(
    before.map(([name, pid, ms]) => [name, (cpuMsOf(pid) - ms) / Math.max(answers, 1)]),
  )
  return {
    perSecond: answers / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answers,
    others: result.non2xx + result.errors,
    cpu,
  }
}

/** Of several runs, the one in the middle by throughput. */
export function median(runs: readonly Figures[]): Figures {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('no runs')
  return middle
}
