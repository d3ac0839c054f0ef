/** What the routes and the service of a visit would do: open one, and decide about it. */
import type { CaseAction } from '../../../bff/contracts/src/case-base'
import type { Change } from '../../../bff/src/modules/cases/kind'
import { advance, authorise, openCase } from '../../../bff/src/modules/cases/service'
import type { TestApp } from '../app'
import { here, localTime, type Person } from '../world'
import { visitKind } from './kind'

const hour = 3_600_000

export interface VisitWish {
  warm?: boolean
  purpose?: string
  /** Whom it is for, where that is no adult. */
  childId?: string
  /** The staff who file it, by name. */
  filedBy?: Person
  /** Null: staff owe no answer by a time. */
  dueInHours?: number | null
  /** Null: it has no day. */
  span?: readonly [startsAt: Date, endsAt: Date | null] | null
}

const wednesday = [new Date(localTime('2026-11-25', 14)), new Date(localTime('2026-11-25', 15))] as const

/** A visit of Wednesday 25 November, 14:00–15:00, that staff owe an answer to in four hours. */
export const askForVisit = (
  app: TestApp,
  who: Person,
  { warm = true, purpose = '看看老人', childId, filedBy, dueInHours = 4, span = wednesday }: VisitWish = {},
): Promise<string> =>
  app.deps.db.transaction(async (tx) => {
    const at = app.clock.now()
    const id = await openCase(app.deps, tx, visitKind, {
      community: here,
      subjectId: who.accountId,
      actorId: (filedBy ?? who).accountId,
      ...(filedBy ? { actorRole: 'staff', actorName: '杨会琼' } : { actorRole: 'self' }),
      ...(childId && { childId }),
      state: 'asked',
      title: '上门看望',
      ...(dueInHours !== null && { dueAt: new Date(at.getTime() + dueInHours * hour) }),
      ...(span && { startsAt: span[0], ...(span[1] && { endsAt: span[1] }) }),
      at,
    })
    await tx.$executeRaw`INSERT INTO sample_visits VALUES (${id}::uuid, ${purpose}, ${warm})`
    return id
  })

export async function decideVisit(
  app: TestApp,
  who: Person,
  id: string,
  action: CaseAction,
  { note = null, change = {} }: { note?: string | null; change?: Change } = {},
): Promise<void> {
  await app.deps.db.transaction(async (tx) => {
    const at = app.clock.now()
    const asked = { id, action, note, type: visitKind.type }
    const authorised = await authorise(app.deps, tx, who, asked, at)
    await advance(app.deps, tx, [authorised], { note, at, change })
  })
}
