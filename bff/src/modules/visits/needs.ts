/** What an elder says on a visit that they need a hand with: asked for with the visit (docs/needs.md). */
import type { RecordedVisit } from '@linli/contracts/visits'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { grantsInside } from '../identity/service'
import { type Elder, holdElder, needsFromVisit } from '../needs/service'
import { badgeIn } from './policy'
import { contactOf, nameOf } from './present'
import { refusalOf } from './rules'
import { elderById, type ElderRow } from './store'
import { visitsById } from './visit-store'

/** Under which account each elder of whom a batch says a need is helped: held, before the elders are. */
export type Helped = ReadonlyMap<string, string>

/** Of what will not be kept, or was kept before, nobody is written down. */
export async function holdHelped(
  deps: Deps,
  tx: Tx,
  accountId: string,
  visits: readonly RecordedVisit[],
  at: Date,
): Promise<Helped> {
  const said = visits.filter(({ needs = [] }) => needs.length > 0)
  const helped = new Map<string, string>()
  if (said.length === 0) return helped
  const known = new Set(
    (
      await visitsById(
        tx,
        said.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  const fresh = said.filter(({ id }) => !known.has(id))
  const grants = await grantsInside(tx, accountId)
  for (const id of [...new Set(fresh.map(({ elderId }) => elderId))].sort()) {
    const elder = await elderById(tx, id)
    if (!elder || elder.nameEnc === null || badgeIn(grants, elder.community) === undefined) continue
    if (fresh.some((visit) => visit.elderId === id && !refusalOf(new Date(visit.at), elder, at)))
      helped.set(id, await holdElder(deps, tx, asElder(deps, elder), at))
  }
  return helped
}

function asElder(deps: Deps, elder: ElderRow): Elder {
  const { phone, address } = contactOf(deps, elder)
  return { ...elder, name: nameOf(deps, elder), phone, address }
}

/** Once, with the visit: the same visit sent again opens nothing. @param by the visitor, under the badge of their office */
export async function openNeeds(
  deps: Deps,
  tx: Tx,
  { elder, subjectId }: { elder: ElderRow; subjectId: string | undefined },
  { needs = [], note }: RecordedVisit,
  { at, ...actor }: { id: string; name: string; at: Date },
): Promise<void> {
  if (subjectId === undefined || needs.length === 0) return
  await needsFromVisit(deps, tx, {
    ...{ elder: asElder(deps, elder), subjectId, actor, at },
    helps: [...new Set(needs)],
    words: note,
  })
}
