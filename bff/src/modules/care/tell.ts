/** The promise: what happens to a child is told at once to whom it concerns, each once, and never what is tagged. */
import type { NoticeKind } from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { personHash } from '../children/service'
import { notify } from '../notices/service'
import { type GuardianRow, guardiansToTell, leadersOf, nearest } from './audience-store'
import { isBarred } from './pickup-rules'
import { peopleOf } from './pickup-store'

type Audience = 'guardians' | 'leaders' | 'staff' | 'township'

const alarm: readonly Audience[] = ['guardians', 'leaders', 'staff']
const audiences = {
  child_released: ['guardians'],
  child_absent: ['guardians'],
  child_missing: ['guardians'],
  child_health: ['guardians'],
  child_incident: ['guardians', 'staff'],
  child_late_15: ['guardians'],
  child_late_30: ['guardians', 'leaders'],
  child_late_60: ['guardians', 'leaders', 'staff', 'township'],
  release_overridden: ['guardians', 'staff'],
  release_refused: alarm,
  barred_person_seen: alarm,
} as const satisfies Partial<Record<NoticeKind, readonly Audience[]>>
export type CareNotice = keyof typeof audiences

export interface Event {
  /** Names the event: the same one is told once. */
  key: string
  caseId: string
  childId: string
  programmeId: string
  community: string
  /** Day of the session in Shanghai. */
  day: string
  at: Date
  /** The carer who wrote it knows; nothing may light up beside whoever stands at the door. */
  actorId: string | null
}

export async function tell(deps: Deps, tx: Tx, kind: CareNotice, event: Event): Promise<void> {
  const wanted: readonly Audience[] = audiences[kind]
  const guardians = await guardiansToTell(tx, event.childId)
  const told = new Set<string>()
  for (const audience of wanted) for (const id of await accountsOf(tx, audience, event)) told.add(id)
  if (event.actorId) told.delete(event.actorId)
  for (const { accountId } of guardians) told.add(accountId)
  if (kind === 'release_refused' || kind === 'barred_person_seen')
    for (const id of await barredAmong(deps, tx, event.childId, guardians)) told.delete(id)
  for (const accountId of told)
    await notify(tx, {
      id: deps.ids.id(),
      eventKey: `care/${event.key}/${kind}/${accountId}`,
      accountId,
      caseId: event.caseId,
      kind,
      at: event.at,
      deliverAt: event.at,
    })
}

/** Guardians are asked for apart: of them it matters whether one is barred. */
async function accountsOf(tx: Tx, audience: Audience, event: Event): Promise<string[]> {
  const { programmeId, community, day } = event
  if (audience === 'guardians') return []
  const rows =
    audience === 'leaders'
      ? await leadersOf(tx, programmeId, day)
      : audience === 'staff'
        ? await nearest(tx, community, [12, 9, 6, 4], ['staff', 'grid_worker'])
        : await nearest(tx, community, [9, 6, 4], ['supervisor', 'staff'])
  return rows.map((row) => row.accountId)
}

/** Is this guardian barred from the child themselves? Then what was seen at the door is not for them. */
export async function isBarredFrom(deps: Deps, tx: Tx, childId: string, accountId: string): Promise<boolean> {
  const barred = await barredAmong(deps, tx, childId, await guardiansToTell(tx, childId))
  return barred.includes(accountId)
}

/** Whoever must never get the child is not told that somebody saw them come. */
async function barredAmong(
  { cipher }: Deps,
  tx: Tx,
  childId: string,
  guardians: readonly GuardianRow[],
): Promise<string[]> {
  const barred = (await peopleOf(tx, childId)).filter((p) => p.kind === 'barred')
  if (barred.length === 0) return []
  const hashOf = ({ accountId, nameEnc }: GuardianRow): string | null =>
    nameEnc
      ? personHash(cipher, cipher.decrypt('accounts.name_enc', accountId, nameEnc)).toString('hex')
      : null
  return guardians
    .filter((g) => isBarred({ nameHash: hashOf(g), phoneHash: g.phoneHash }, barred))
    .map((g) => g.accountId)
}
