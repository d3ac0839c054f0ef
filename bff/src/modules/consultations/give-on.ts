import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { dayMs } from '../../platform/shanghai'
import { byClock, type By } from '../cases/kind'
import { advance, authoriseMany } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { findHandler, type Given, isFree } from './assign'
import { handTo } from './assign-store'
import { consultationKind } from './kind'
import { handlerIn } from './facts-store'
import { tellHanded } from './moved'
import { legalRoles } from './policy'

/**
 * Gives a case to somebody else of its desks, or to the desk alone where nobody is free. Its words go with it.
 * @param to who takes it, where that is decided
 * @param found only where somebody is found
 * @returns undefined where its table does not let it be moved now
 */
export async function giveOn(
  deps: Deps,
  tx: Tx,
  caseId: string,
  { at, by = byClock, to, found = false }: { at: Date; by?: By; to?: Given; found?: boolean },
): Promise<Given | undefined> {
  const [authorised] = await authoriseMany(deps, tx, [caseId], { action: 'assign', by, unasked: true }, at)
  if (authorised?.kind.type !== consultationKind.type) return undefined
  const { row } = authorised
  const { handlerId: handler } = await handlerIn(tx, caseId)
  const settings = await settingsInside(tx, row.community)
  // Overdue already: whoever is there in the next days is better than nobody.
  const dueAt = row.dueAt !== null && row.dueAt > at ? row.dueAt : new Date(at.getTime() + 7 * dayMs)
  const wanted = { caseId, community: row.community, dueAt, but: handler === null ? [] : [handler], at }
  const given = to ?? (await findHandler(deps, tx, wanted))
  if (found && given.to === null) return undefined
  await handTo(tx, { caseId, ...given, unopenedHours: settings.consultation_unopened_hours, at })
  await advance(deps, tx, [authorised], { at })
  await tellHanded(deps, tx, { caseId, ...given, at })
  return given
}

/**
 * The same where whoever has it cannot work on it now: not there any more, or on the other side of something. The case is
 * held, and so is whoever is looked at.
 * @returns whoever keeps it, or undefined where it was somebody else's to get
 */
export async function giveOnUnlessFree(
  deps: Deps,
  tx: Tx,
  caseId: string,
  at: Date,
): Promise<string | undefined> {
  const { handlerId, office } = await handlerIn(tx, caseId)
  const about = { caseId, office, roles: legalRoles, at }
  if (handlerId !== null && (await isFree(deps, tx, handlerId, about))) return handlerId
  await giveOn(deps, tx, caseId, { at })
  return undefined
}
