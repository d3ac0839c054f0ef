/** Leaving, over HTTP, and the job that makes it final. */
import type { Standing } from '../../bff/contracts/src/leaving'
import { leavePorts } from '../../bff/src/lines'
import { finishLeaving } from '../../bff/src/modules/leaving/leave'
import type { TestApp } from './app'
import { ok } from './story'
import { confirmed, type Person } from './world'

export const threeDays = 3 * 24 * 60

export const leave = async (app: TestApp, who: Person) =>
  app.call<{ finalAt: string }>('leave', { body: {}, token: (await confirmed(app, who)).token })

export const lookAtLeaving = (app: TestApp, who: Person) =>
  ok(
    app.call<{ standing: Standing[]; children: { nickname: string; fate: string }[] }>('getLeaving', {
      token: who.token,
    }),
  )

/** @returns how many accounts were erased */
export async function finishAllLeaving(app: TestApp): Promise<number> {
  const done = await finishLeaving(app.deps, leavePorts)
  return done === 0 ? 0 : done + (await finishAllLeaving(app))
}

export const isErased = async ({ database }: TestApp, id: string): Promise<boolean> =>
  (await database.pool.query('SELECT FROM accounts WHERE id = $1 AND erased_at IS NOT NULL', [id]))
    .rowCount === 1
