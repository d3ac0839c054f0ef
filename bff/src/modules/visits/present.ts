/** An elder as somebody may see them, and where they stand in the month. */
import type { KeptVisit, RosterElder, Standing } from '@linli/contracts/visits'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { insertElderAccess } from '../cases/service'
import { byPressing, counts, monthBefore, standingOf, urgentBy } from './rules'
import type { ElderRow } from './store'
import { standingSince, type StandingRow, type VisitRow } from './visit-store'

export interface View {
  elder: ElderRow
  standing: Standing
  urgent: boolean
  last: { at: Date; way: StandingRow['way']; outcome: StandingRow['outcome'] } | null
}

/** Where somebody stands on a day, by what stands of them. */
export function viewOf(elder: ElderRow, visits: readonly StandingRow[], today: string): View {
  const month = today.slice(0, 7)
  const now = visits.filter((visit) => visit.month === month)
  return {
    elder,
    standing: standingOf({
      seen: now.some(({ outcome }) => counts(outcome)),
      last: now.at(-1)?.outcome ?? null,
      refusing: elder.state === 'refused' && (elder.refusedUntil ?? '') >= today,
    }),
    urgent: urgentBy(visits) !== undefined,
    last: visits.at(-1) ?? null,
  }
}

/** The same of many, what presses first. */
export async function viewsOf<E extends ElderRow>(
  tx: Tx,
  elders: readonly E[],
  today: string,
): Promise<(View & { elder: E })[]> {
  const ids = elders.map(({ id }) => id)
  const of = new Map<string, StandingRow[]>(ids.map((id) => [id, []]))
  for (const visit of await standingSince(tx, ids, monthBefore(today.slice(0, 7))))
    of.get(visit.elderId)?.push(visit)
  return elders
    .map((elder) => ({ ...viewOf(elder, of.get(elder.id) ?? [], today), elder }))
    .sort((a, b) => byPressing(a, b) || (a.elder.id < b.elder.id ? -1 : 1))
}

/** Whose name has gone is nobody any more. */
export const nameOf = ({ cipher }: Pick<Deps, 'cipher'>, { id, nameEnc }: ElderRow): string =>
  nameEnc === null ? '' : cipher.decrypt('visit_elders.name_enc', id, nameEnc)

const opened = (
  { cipher }: Pick<Deps, 'cipher'>,
  column: 'phone_enc' | 'address_enc' | 'emergency_enc',
  id: string,
  sealed: string | null,
): string | null => (sealed === null ? null : cipher.decrypt(`visit_elders.${column}`, id, sealed))

export function contactOf(deps: Pick<Deps, 'cipher'>, { id, phoneEnc, addressEnc, emergencyEnc }: ElderRow) {
  const emergency = opened(deps, 'emergency_enc', id, emergencyEnc)
  return {
    phone: opened(deps, 'phone_enc', id, phoneEnc),
    address: opened(deps, 'address_enc', id, addressEnc),
    emergency: emergency === null ? null : (JSON.parse(emergency) as { name: string; phone: string }),
  }
}

export const presentElder = (
  deps: Pick<Deps, 'cipher'>,
  { elder, standing, urgent, last }: View,
  communityName: string,
): RosterElder => ({
  id: elder.id,
  community: elder.community,
  communityName,
  household: elder.household,
  kind: elder.kind,
  name: nameOf(deps, elder),
  standing,
  urgent,
  last: last && {
    at: last.at.toISOString(),
    way: last.way,
    outcome: last.outcome as Exclude<StandingRow['outcome'], 'mistake'>,
  },
})

export const presentVisit = ({ cipher }: Pick<Deps, 'cipher'>, v: VisitRow): KeptVisit => ({
  id: v.id,
  at: v.at.toISOString(),
  way: v.way,
  outcome: v.outcome,
  by: v.by,
  note: v.noteEnc === null ? null : cipher.decrypt('visit_notes.note_enc', v.id, v.noteEnc),
  recordedAt: v.recordedAt.toISOString(),
  late: v.late,
  corrects: v.corrects,
  corrected: v.corrected,
})

/** Writes down who reads of whom, in the transaction in which it is read. */
export const onRecord = (
  { ids, clock }: Deps,
  tx: Tx,
  readerId: string,
  elders: readonly ElderRow[],
  { badge, quietMinutes }: { badge: (community: string) => string; quietMinutes: number },
): Promise<void> =>
  insertElderAccess(tx, {
    readerId,
    at: clock.now(),
    quietMinutes,
    reads: elders.map(({ id, accountId, community }) => ({
      id: ids.id(),
      elderId: id,
      subjectId: accountId,
      readerName: badge(community),
    })),
  })
