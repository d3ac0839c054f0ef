/** 200 clients for one slot in one instant: how long the last one waits for its answer. */
import { call } from '../support/api'
import type { TestApp } from '../support/app'
import type { RealProcess } from '../support/process'
import { together, values } from '../support/together'
import { makeRoom } from '../support/world'
import { bodyOf, type Ground } from './ground'
import { title } from './report'

export async function benchStorm(app: TestApp, bff: RealProcess, ground: Ground): Promise<void> {
  title('200 clients for one slot')
  const roomId = await makeRoom(app, { community: ground.community })
  const body: unknown = { ...(JSON.parse(bodyOf(ground, 0, 14)) as object), roomId }
  const start = performance.now()
  const answers = values(
    await together(200, async (n) => {
      const token = ground.residents[n % ground.residents.length]?.token ?? ''
      const { status } = await call(bff.base, 'requestBooking', { token, body })
      return { status, ms: performance.now() - start }
    }),
  )
  const told = (status: number): number => answers.filter((a) => a.status === status).length
  const slowest = Math.max(...answers.map((a) => a.ms))
  console.log(
    `  ${told(201)} yes, ${told(409)} no, ${200 - told(201) - told(409)} other; slowest answer ${slowest.toFixed(0)} ms`,
  )
}
