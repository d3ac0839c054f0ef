/**
 * The promise: whoever asks for a hand hears by a time that is said who comes, and it stays open until they say that they
 * were helped: after the visit they are asked, and where they say nothing somebody telephones.
 */
import type { NeedDetail } from '@linli/contracts/need-case'
import type { AskedNeed } from '@linli/contracts/needs'
import { helpWord } from '@linli/contracts/need-words'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { addWorkingDays, addWorkingMinutes } from '../../platform/calendar'
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
  getCase,
  insertAccess,
  lockCase,
  openCase,
  seenInside,
} from '../cases/service'
import { community, directory, settingsInside, type Settings } from '../divisions/service'
import { needKind, wordsOf } from './kind'
import { answerBy, faultsOfDay, faultsOfTime, tagOfWish, type Wish } from './rules'
import * as store from './store'

export { type ArrangedNeed, arrangedNeed, homeOfNeed, needForTask, needGivenBack, needTaken } from './by-task'

async function read(deps: Deps, who: Who, id: string): Promise<NeedDetail> {
  const found = await getCase(deps, who, id)
  if (found.type !== 'need') throw new Problem('not_found')
  return found
}

/** By when staff say who comes, or ask whether somebody was helped. */
export const answerDue = (settings: Settings, at: Date): Date =>
  addWorkingDays(at, settings.need_answer_days, settings.office_hours, settings.calendar_days)

/** The same, and before the day that is wished for. */
const dueBy = (settings: Settings, wish: Wish, at: Date): Date =>
  answerBy(answerDue(settings, at), wish, at, (minutes) =>
    addWorkingMinutes(at, minutes, settings.office_hours, settings.calendar_days),
  )

/** @throws Problem not_found (no such community), needs_open, invalid_request (a day that is over), idempotency_key_reused */
export async function requestNeed(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: AskedNeed,
): Promise<NeedDetail> {
  await community(deps, asked.community)
  const settings = (await directory(deps)).settings(asked.community)
  const id = await deps.db.transaction(async (tx) => {
    const [at, fresh] = [deps.clock.now(), deps.ids.id()]
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    const faults = faultsOfDay(asked.day, at)
    if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
    if ((await store.openOf(tx, who.accountId)) >= settings.needs_open_most) throw new Problem('needs_open')
    await openCase(deps, tx, needKind, {
      id: fresh,
      community: asked.community,
      subjectId: who.accountId,
      actorId: who.accountId,
      actorRole: 'self',
      state: 'open',
      title: helpWord[asked.help],
      dueAt: dueBy(settings, asked, at),
      at,
    })
    await keep(deps, tx, fresh, asked)
    return fresh
  })
  return read(deps, who, id)
}

const keep = ({ cipher }: Deps, tx: Tx, caseId: string, { help, day, part, wish, place }: AskedNeed) =>
  store.insertNeed(tx, {
    caseId,
    help,
    day,
    part,
    wishEnc: cipher.encrypt('needs.wish_enc', caseId, wish),
    placeEnc: place === null ? null : cipher.encrypt('needs.place_enc', caseId, place),
  })

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
        tag: tagOfWish(facts.help),
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
  return read(deps, who, id)
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
  return read(deps, who, id)
}
