/** (h) A volunteer's list of tasks, at a tenth of a prefecture and at all of it: it must not grow. */
import type { TestApp } from '../support/app'
import { signIn } from '../support/world'
import { inProduction } from './in-production'
import { realProcess } from '../support/process'
import { title } from './report'
import { type Crowd, layTasks } from './tasks-ground'

const rounds = 3

async function times(app: TestApp, base: string, crowd: Crowd): Promise<number[]> {
  const readers = await layTasks(app, crowd)
  const took: number[] = []
  for (let round = 0; round < rounds; round++)
    for (const { id, community } of readers) {
      const { token } = await signIn(app.deps, id)
      const start = performance.now()
      const answer = await fetch(`${base}/v1/communities/${community}/tasks`, {
        headers: { authorization: `Bearer ${token}` },
      })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`tasks answered ${answer.status}`)
      if (round > 0) took.push(performance.now() - start)
    }
  return took.sort((a, b) => a - b)
}

export async function benchTasks(
  app: TestApp,
  servers: { databaseUrl: string; redisUrl: string },
): Promise<void> {
  title("A volunteer's list of tasks")
  const web = await realProcess('main', servers, inProduction)
  await web.ready()
  const p50s: number[] = []
  for (const crowd of [
    { communities: 1_100, tasks: 1_000, volunteers: 5_000 },
    { communities: 1_100, tasks: 10_000, volunteers: 50_000 },
  ]) {
    const took = await times(app, web.base, crowd)
    const at = (share: number): number => took[Math.floor(took.length * share)] ?? 0
    p50s.push(at(0.5))
    console.log(
      `  ${crowd.tasks} tasks, ${crowd.volunteers} volunteers: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`,
    )
  }
  const [small = 1, large = 1] = p50s
  console.log(`  → ten times as many take ${(large / small).toFixed(2)} × (aim: flat, ≤ 10 ms)`)
  await web.stop()
}
