/** The promise: what happens to a child is told at once to whom it concerns, each once, and never what is tagged. */
import type { AlertKind } from '@linli/contracts/care-alerts'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { notify } from '../notices/service'
import { raise } from './alerts/alert-raise'
import { guardiansTold, type Workers, workersOf } from './audience'

interface Telling {
  /** Of the child's guardians: all, those who are not barred, or none. */
  guardians: 'all' | 'not_barred' | 'none'
  workers: readonly Workers[]
  /** What those who work there have to see to. */
  alert?: AlertKind
}

const tellings = {
  child_released: { guardians: 'all', workers: [] },
  child_absent: { guardians: 'all', workers: [] },
  child_came: { guardians: 'all', workers: [] },
  child_missing: { guardians: 'all', workers: ['leaders'], alert: 'missing' },
  child_health: { guardians: 'all', workers: [] },
  child_incident: { guardians: 'all', workers: ['staff'], alert: 'incident' },
  // Whoever must never get the child is not asked to come and fetch it.
  child_late_15: { guardians: 'not_barred', workers: [] },
  child_late_30: { guardians: 'not_barred', workers: ['leaders'], alert: 'late' },
  child_late_60: { guardians: 'not_barred', workers: ['leaders', 'staff', 'township'], alert: 'late' },
  child_marks_differ: { guardians: 'none', workers: ['leaders'], alert: 'differ' },
  release_overridden: { guardians: 'all', workers: ['staff'], alert: 'overridden' },
  release_refused: { guardians: 'not_barred', workers: ['leaders', 'staff'], alert: 'refused' },
  barred_person_seen: { guardians: 'not_barred', workers: ['leaders', 'staff'], alert: 'barred' },
} as const satisfies Partial<Record<NoticeKind, Telling>>
export type CareNotice = keyof typeof tellings

export interface Event {
  /** Names the event: the same one is told once. */
  key: string
  sessionId: string
  caseId: string
  childId: string
  programmeId: string
  community: string
  /** Day of the session in Shanghai. */
  day: string
  at: Date
  /** Later than now for what can still be taken back. */
  deliverAt?: Date
  /** The carer who wrote it knows; nothing may light up beside whoever stands at the door. */
  actorId: string | null
  /** The guardian who said it first. */
  knows?: string | null
  /** Others on duty whom it concerns. */
  carers?: readonly string[]
  /** What was written, unless the clock says it. */
  recordId?: string
}

export async function tell(deps: Deps, tx: Tx, kind: CareNotice, event: Event): Promise<void> {
  const { guardians, workers, alert }: Telling = tellings[kind]
  const families = await guardiansTold(deps, tx, event.childId)
  const family = guardians === 'none' ? [] : guardians === 'all' ? families.all : families.notBarred
  const wanted = new Set(event.carers)
  for (const audience of workers) for (const id of await workersOf(tx, audience, event)) wanted.add(id)
  if (event.actorId) wanted.delete(event.actorId)
  const raised = alert && (await raise(deps, tx, { ...event, kind: alert, wanted: [...wanted] }))
  const told = new Map<string, string | undefined>(family.map((id) => [id, undefined]))
  if (event.knows) told.delete(event.knows)
  for (const id of raised?.told ?? []) told.set(id, raised?.alertId)
  for (const [accountId, alertId] of told)
    await notify(tx, {
      id: deps.ids.id(),
      eventKey: `care/${event.key}/${kind}/${accountId}`,
      accountId,
      caseId: event.caseId,
      kind,
      at: event.at,
      deliverAt: event.deliverAt ?? event.at,
      alertId,
    })
}
