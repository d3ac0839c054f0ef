/** (b) Creating a booking, the whole of it, against pgbench running the same statements. */
import type { RealProcess } from '../support/process'
import { bodyOf, freshKey, type Ground } from './ground'
import { type Figures, median, run } from './load'
import { pgbench, type Recorded } from './pgbench'
import { line, ratio, title } from './report'

const rounds = 3
const seconds = 4

export interface Against {
  program: string
  databaseUrl: string
  folder: string
  recorded: readonly Recorded[]
}

export async function benchBooking(
  bff: RealProcess,
  postgres: number,
  ground: Ground,
  against: Against,
): Promise<void> {
  title(`Create a booking: ${against.recorded.length} statements, of which one writes`)
  let count = 0
  const next = () => {
    const client = count % ground.rooms.length
    const hour = 1 + Math.floor(count++ / ground.rooms.length)
    return {
      method: 'POST' as const,
      headers: {
        authorization: `Bearer ${ground.residents[client]?.token ?? ''}`,
        'content-type': 'application/json',
        'idempotency-key': freshKey(),
      },
      body: bodyOf(ground, client, hour),
    }
  }
  const url = `${bff.base}/v1/bookings`
  const once = (connections: number): Promise<Figures> =>
    run({ url, connections, seconds, processes: { node: bff.pid(), postgres }, next })
  await once(16)
  for (const connections of [1, 64]) line(`Linli, ${connections} clients`, await once(connections))
  const [ours, limits] = [[], []] as [Figures[], number[]]
  for (let round = 0; round < rounds; round++) {
    const { program, databaseUrl, recorded, folder } = against
    const from = round * 1_400
    const limit = await pgbench(program, databaseUrl, recorded, ground, {
      clients: 16,
      seconds,
      from,
      folder,
    })
    limits.push(limit.perSecond)
    console.log(
      `  pgbench, 16 clients ${limit.perSecond.toFixed(0).padStart(21)}/s  average ${limit.latencyMs} ms`,
    )
    ours.push(await once(16))
  }
  const limit = [...limits].sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  line('Linli, 16 clients', median(ours))
  ratio('of pgbench', median(ours).perSecond, limit, '≥ 30 %, ≤ 2 ms CPU')
}
