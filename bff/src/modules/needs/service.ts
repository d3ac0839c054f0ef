/**
 * The promise: whoever asks for a hand hears by a time that is said who comes, and it stays open until they say that they
 * were helped: after the visit they are asked, and where they say nothing somebody telephones.
 */
import type { NeedDetail } from '@linli/contracts/need-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { namingNobody } from '../../platform/own-words'
import { Problem } from '../../platform/problem'
import type { Change } from '../cases/kind'
import {
  advance,
  type Authorised,
  authorise,
  capacityInside,
  caseWords,
  insertAccess,
  lockCase,
  seenInside,
} from '../cases/service'
import { settingsInside, type Settings } from '../divisions/service'
import { getNeed } from './ask'
import { dueBy } from './due'
import { wordsOf } from './kind'
import { faultsOfTime, tagOfWish } from './rules'
import * as store from './store'

export { ownNeeds } from './own-store'
export { type Elder, fileNeed, holdElder, needsFromVisit, requestNeed } from './ask'
export {
  type ArrangedNeed,
  arrangedNeed,
  type HomeOfNeed,
  homeOfNeed,
  needForTask,
  needGivenBack,
  needTaken,
} from './by-task'
export { wasUnmet } from './unmet-store'

/**
 * What it is about and where: its person as they like, staff while it is open and on record; its end waits for them.
 * @throws Problem not_found, contact_not_justified (not staff of it, or it is over)
 */
export const readNeed = (deps: Deps, who: Who, id: string) =>
  deps.db.transaction(async (tx) => {
    const seen = await seenInside(deps, tx, await lockCase(tx, id))
    const capacity = seen && (await capacityInside(tx, seen, who.accountId))
    if (!capacity || seen.row.type !== 'need') throw new Problem('not_found')
    const [{ reader, badge }, { row }, facts] = [capacity, seen, seen.facts as store.NeedFacts]
    if (reader === 'supervisor' || (reader === 'staff' && row.closedAt !== null))
      throw new Problem('contact_not_justified')
    if (reader === 'staff')
      await insertAccess(tx, {
        id: deps.ids.id(),
        subjectId: row.subjectId,
        readerId: who.accountId,
        readerName: badge,
        tag: tagOfWish(facts),
        caseId: id,
        at: deps.clock.now(),
      })
    return wordsOf(facts, deps.cipher)
  })

export interface Decision {
  id: string
  action: 'reopen' | 'refuse' | 'cancel' | 'met' | 'unmet' | 'told_met' | 'told_unmet' | 'unreached'
  note: string | null
}

const toOpen: readonly string[] = ['reopen', 'unmet', 'told_unmet']

/** @throws Problem not_found, not_allowed, action_not_open, invalid_request, idempotency_key_reused */
export async function decideNeed(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, action, note }: Decision,
): Promise<NeedDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const authorised = await authorise(deps, tx, who, { id, action, note, type: 'need' }, at)
    if (authorised.by.side === 'staff') await staffWords(deps, tx, authorised, note)
    const settings = await settingsInside(tx, authorised.row.community)
    await advance(deps, tx, [authorised], {
      note,
      at,
      ...(toOpen.includes(action) && {
        change: openAgain(settings, authorised.facts as store.NeedFacts, at),
      }),
    })
  })
  return getNeed(deps, who, id)
}

/** Words of staff name nobody, whoever was to come least of all. @throws Problem invalid_request */
async function staffWords(
  deps: Deps,
  tx: Tx,
  { row, facts }: Authorised,
  note: string | null,
): Promise<void> {
  await caseWords(deps, tx, { caseId: row.id, words: note, path: 'body.note' })
  const { helper } = wordsOf(facts as store.NeedFacts, deps.cipher)
  if (note !== null && helper !== null) namingNobody(note, 'body.note', [helper])
}

/** The same number, a new day to answer (its wish, if that is still ahead), and whoever is above hears of it once more. */
const openAgain = (settings: Settings, wish: store.NeedFacts, at: Date): Change => ({
  startsAt: null,
  endsAt: null,
  dueAt: dueBy(settings, wish, at),
  escalatedAt: null,
})

export interface Arrangement {
  id: string
  /** `arrange`: of what is open, so that of two at once one does; `rearrange`: of what was arranged. */
  action: 'arrange' | 'rearrange'
  startsAt: Date
  endsAt: Date
  helper: string
}

/** @throws Problem not_found, not_allowed, action_not_open, invalid_request (a time that is over), idempotency_key_reused */
export async function arrangeNeed(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, action, startsAt, endsAt, helper }: Arrangement,
): Promise<NeedDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const authorised = await authorise(deps, tx, who, { id, action, note: null, type: 'need' }, at)
    const faults = faultsOfTime({ startsAt, endsAt }, at)
    if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
    const helperEnc = deps.cipher.encrypt('needs.helper_enc', id, helper)
    await store.setComing(tx, id, { helperEnc, startsAt, endsAt, taskId: null })
    // Until then it waits for its person's word, so that staff find it on the desk whatever its day.
    const change = { startsAt, endsAt, waitingFor: 'party', dueAt: null, escalatedAt: null } as const
    await advance(deps, tx, [authorised], { at, change })
  })
  return getNeed(deps, who, id)
}
