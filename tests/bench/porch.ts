/** (f) A hundred clients on each public address, and what somebody else's home page waits meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { RealProcess } from '../support/process'
import type { Ground } from './ground'
import { run } from './load'
import { title } from './report'

const clients = 100
const seconds = 4

export async function benchPorch(bff: RealProcess, ground: Ground): Promise<void> {
  title(`${clients} clients on one address; the home page of somebody else, p50 (aim 50 ms)`)
  const home = `${bff.base}/v1/home/${ground.community}`
  console.log(`  nobody else: ${(await p50While(home, sleep(2_000))).toFixed(1)} ms`)
  for (const path of publicPaths(ground)) {
    const load = run({
      url: bff.base + path,
      connections: clients,
      seconds,
      processes: { node: bff.pid() },
      apart: true,
    })
    const p50 = await p50While(home, load)
    const { perSecond, cpu } = await load
    console.log(
      `  ${path}: ${p50.toFixed(1)} ms beside ${perSecond.toFixed(0)}/s, ${(cpu.node ?? 0).toFixed(2)} ms CPU each`,
    )
  }
}

const publicPaths = ({ community, day }: Ground): string[] => [
  '/openapi.json',
  '/docs',
  '/docs/problems',
  '/docs/swagger-ui-bundle.js',
  '/',
  '/nothing-here',
  '/nothing-here.js',
  '/v1/nothing-here',
  '/healthz',
  '/readyz',
  `/v1/figures/${community.slice(0, 4)}`,
  `/v1/figures/${community}`,
  `/v1/divisions/${community}`,
  `/v1/divisions?parent=${community.slice(0, 6)}`,
  `/v1/rooms?community=${community}`,
  `/v1/communities/${community}/days/${day}`,
  `/v1/programmes?community=${community}`,
  `/v1/surveys?community=${community}`,
]

/** Asks one after the other until the other thing is done. @returns the middle of the waiting times in milliseconds */
async function p50While(url: string, other: Promise<unknown>): Promise<number> {
  let going = true
  void other.finally(() => (going = false))
  const waits: number[] = []
  while (going) {
    const start = performance.now()
    await (await fetch(url)).arrayBuffer()
    waits.push(performance.now() - start)
  }
  return waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? Infinity
}
