/**
 * The promise: an alert reaches somebody who can act. It is sent to whom it concerns; where nobody is, or nobody takes it
 * in time, it goes up: to the community's staff, then to the township. Whoever is barred from the child is never told.
 */
import type { AlertKind } from '@linli/contracts/care-alerts'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Deps } from '../../../deps'
import type { Tx } from '../../../platform/db'
import { dayMs, minuteMs } from '../../../platform/shanghai'
import { directory } from '../../divisions/service'
import { notify } from '../../notices/service'
import { addPeople, closeByRoll, putAlert, raiseLevel, type Untaken, untaken } from './alert-store'
import { addStep } from './step-store'
import { notBarred, workersOf } from '../audience'

interface Raising {
  kind: AlertKind
  sessionId: string
  caseId: string
  childId: string
  programmeId: string
  community: string
  day: string
  at: Date
  recordId?: string
  /** Who is told first. */
  wanted: readonly string[]
}

/** @returns whom to tell that it was raised, also when they knew of it */
export async function raise(
  deps: Deps,
  tx: Tx,
  r: Raising,
): Promise<{ alertId: string; told: readonly string[] }> {
  const { sessionId, caseId, childId, kind, at, recordId } = r
  const alertId = await putAlert(tx, { id: deps.ids.id(), kind, sessionId, caseId, childId, at })
  await addStep(tx, { id: deps.ids.id(), alertId, kind: 'raised', at, ...(recordId && { recordId }) })
  const told = await notBarred(deps, tx, childId, r.wanted)
  await addPeople(tx, alertId, told, at)
  if (told.length === 0 && escalating.includes(kind))
    await goUp(deps, tx, { ...r, id: alertId, level: 0 }, at)
  return { alertId, told }
}

/** The others say what was done; nobody has to do anything at once. */
const escalating: readonly AlertKind[] = ['barred', 'refused', 'missing', 'late', 'differ']
const steps = ['staff', 'township'] as const
const notices: Record<AlertKind, NoticeKind> = {
  barred: 'barred_person_seen',
  refused: 'release_refused',
  overridden: 'release_overridden',
  incident: 'child_incident',
  missing: 'child_missing',
  late: 'child_late_60',
  differ: 'child_marks_differ',
}

/** One step up, or as many as it takes until somebody is told. @returns false when it was taken in this moment */
async function goUp(deps: Deps, tx: Tx, alert: Omit<Untaken, 'at'>, at: Date): Promise<boolean> {
  const audience = steps[alert.level]
  if (!audience || !(await raiseLevel(tx, alert.id, alert.level + 1))) return false
  const reached = await notBarred(deps, tx, alert.childId, await workersOf(tx, audience, alert))
  const told = await addPeople(tx, alert.id, reached, at)
  if (told.length === 0) {
    await goUp(deps, tx, { ...alert, level: alert.level + 1 }, at)
    return true
  }
  await addStep(tx, { id: deps.ids.id(), alertId: alert.id, kind: 'escalated', at })
  for (const accountId of told)
    await notify(tx, {
      id: deps.ids.id(),
      eventKey: `care/alert/${alert.id}/${audience}/${accountId}`,
      accountId,
      caseId: alert.caseId,
      kind: notices[alert.kind],
      at,
      deliverAt: at,
      alertId: alert.id,
    })
  return true
}

/** Alerts that nobody has taken in time. @returns how many went up */
export async function escalateAlerts(deps: Deps): Promise<number> {
  const now = deps.clock.now()
  const divisions = await directory(deps)
  let done = 0
  for (const alert of await untaken(deps.db, escalating, new Date(now.getTime() - dayMs))) {
    const minutes = divisions.settings(alert.community).care_alert_minutes[alert.level] ?? Infinity
    if (now.getTime() < alert.at.getTime() + minutes * minuteMs) continue
    if (await deps.db.transaction((tx) => goUp(deps, tx, alert, now))) done += 1
  }
  return done
}

type Settled = 'arrived' | 'picked_up' | 'decided'
const settles: Record<Settled, AlertKind> = { arrived: 'missing', picked_up: 'late', decided: 'differ' }

/** What the roll call says closes what it answers: nobody looks for a child that has come. */
export async function settleAlerts(
  deps: Deps,
  tx: Tx,
  about: { sessionId: string; childId: string; at: Date; by: { id: string; name: string } | null },
  how: Settled,
): Promise<void> {
  for (const { id } of await closeByRoll(tx, about, settles[how]))
    await addStep(tx, {
      id: deps.ids.id(),
      alertId: id,
      kind: 'closed',
      at: about.at,
      outcome: how,
      by: about.by ?? undefined,
    })
}
