/** (a) The day view of one community against a bare Koa handler that sends the same bytes. */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../bff/local/ports'
import { eventually } from '../../bff/local/processes'
import type { Ground } from './ground'
import { median, run } from './load'
import { line, ratio, title } from './report'
import type { RealProcess } from '../support/process'

const rounds = 3
const seconds = 4

export async function benchDayView(
  bff: RealProcess,
  postgres: number,
  ground: Ground,
  folder: string,
): Promise<void> {
  const url = `${bff.base}/v1/communities/${ground.community}/days/${ground.day}`
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  const bare = await startBare(bytes, folder)
  title(`Day view: 20 rooms, 50 bookings, ${bytes.length} bytes`)
  const ours = { node: bff.pid(), postgres }
  await run({ url, connections: 16, seconds: 2, processes: ours })
  for (const connections of [1, 64])
    line(`Linli, ${connections} clients`, await run({ url, connections, seconds, processes: ours }))
  const [linli, limit] = [[], []] as [Awaited<ReturnType<typeof run>>[], Awaited<ReturnType<typeof run>>[]]
  for (let round = 0; round < rounds; round++) {
    limit.push(await run({ url: bare.url, connections: 16, seconds, processes: { node: bare.pid } }))
    linli.push(await run({ url, connections: 16, seconds, processes: ours }))
  }
  line('bare Koa, 16 clients', median(limit))
  line('Linli, 16 clients', median(linli))
  ratio('of a bare handler', median(linli).perSecond, median(limit).perSecond, '≥ 50 %, ≤ 0.3 ms CPU')
  bare.stop()
}

async function startBare(bytes: Buffer, folder: string): Promise<{ url: string; pid: number; stop(): void }> {
  const [file, port] = [join(folder, 'day-view.json'), await freePort()]
  await writeFile(file, bytes)
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'bare.ts'), file, String(port)],
    {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  const url = `http://127.0.0.1:${port}/`
  const up = await eventually(
    () =>
      fetch(url).then(
        (r) => r.ok,
        () => false,
      ),
    10_000,
  )
  if (!up) throw new Error('the bare handler does not start')
  return { url, pid: child.pid ?? 0, stop: () => void child.kill() }
}
