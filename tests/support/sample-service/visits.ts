/** What the routes and the service of a visit would do: open one, and decide about it. */
import type { CaseAction } from '../../../bff/contracts/src/case-base'
import type { Change } from '../../../bff/src/modules/cases/kind'
import { advance, authorise, openCase } from '../../../bff/src/modules/cases/service'
import { grantsOf } from '../../../bff/src/modules/identity/service'
import type { TestApp } from '../app'
import { here, localTime, type Person } from '../world'
import { visitKind } from './kind'

const hour = 3_600_000

/** A visit of Wednesday 25 November, 14:00–15:00, that staff owe an answer to in four hours. */
export const askForVisit = (app: TestApp, who: Person, wish: { warm?: boolean } = {}): Promise<string> =>
  app.deps.db.transaction(async (tx) => {
    const at = app.clock.now()
    const id = await openCase(app.deps, tx, visitKind, {
      community: here,
      subjectId: who.accountId,
      actorId: who.accountId,
      actorRole: 'self',
      state: 'asked',
      title: '上门看望',
      dueAt: new Date(at.getTime() + 4 * hour),
      startsAt: new Date(localTime('2026-11-25', 14)),
      endsAt: new Date(localTime('2026-11-25', 15)),
      at,
    })
    await tx.$executeRaw`INSERT INTO sample_visits VALUES (${id}::uuid, '看看老人', ${wish.warm ?? true})`
    return id
  })

export async function decideVisit(
  app: TestApp,
  who: Person,
  id: string,
  action: CaseAction,
  { note = null, change = {} }: { note?: string | null; change?: Change } = {},
): Promise<void> {
  const grants = await grantsOf(app.deps, who.accountId)
  await app.deps.db.transaction(async (tx) => {
    const at = app.clock.now()
    const asked = { id, action, note, type: visitKind.type }
    const authorised = await authorise(app.deps, tx, { accountId: who.accountId, grants }, asked, at)
    await advance(app.deps, tx, [authorised], { note, at, change })
  })
}
