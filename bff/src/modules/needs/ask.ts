/**
 * The promise: whoever needs a hand is heard whichever way they say it: themselves, by somebody of the family, at the
 * counter, by telephone, or on a visit. One case is opened, for the person served.
 */
import type { CameBy, Help, NeedDetail, Relation } from '@linli/contracts/need-case'
import { cameByWord, helpWord } from '@linli/contracts/need-words'
import type { AskedNeed, FiledNeed, WishedNeed } from '@linli/contracts/needs'
import type { PersonServed } from '@linli/contracts/people'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { getCase, openCase } from '../cases/service'
import { community, directory, type Settings, settingsInside } from '../divisions/service'
import { badgeFor, isStaffOf } from '../identity/policy'
import { grantsInside, personServed } from '../identity/service'
import { dueBy } from './due'
import { needKind } from './kind'
import { faultsOfDay } from './rules'
import * as store from './store'

/** How it came to be asked, and by whom. */
interface Asking {
  id: string
  subjectId: string
  actor: { id: string; role: 'self' | 'proxy' | 'staff'; name?: string }
  cameBy: CameBy
  relation?: Relation
  /** Of whom somebody else asks for. */
  person?: PersonServed
  elderId?: string
}

/** @throws Problem not_found */
export async function getNeed(deps: Deps, who: Who, id: string): Promise<NeedDetail> {
  const found = await getCase(deps, who, id)
  if (found.type !== 'need') throw new Problem('not_found')
  return found
}

/** @throws Problem not_found (no such community), needs_open, invalid_request (a day that is over), idempotency_key_reused */
export async function requestNeed(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { forWhom = null, ...wished }: AskedNeed,
): Promise<NeedDetail> {
  await community(deps, wished.community)
  const settings = (await directory(deps)).settings(wished.community)
  const id = await once(deps, idempotency, async (tx, fresh, at) => {
    // Whoever asks is held before it is looked for whom they ask.
    await mayAsk(tx, who.accountId, settings)
    const subjectId = forWhom === null ? who.accountId : await relative(deps, tx, who, forWhom, at)
    const own = forWhom === null || subjectId === who.accountId
    await open(deps, tx, settings, at, wished, {
      id: fresh,
      subjectId,
      ...(own
        ? { actor: { id: who.accountId, role: 'self' }, cameBy: 'self' }
        : {
            actor: { id: who.accountId, role: 'proxy' },
            cameBy: 'family',
            relation: forWhom.relation,
            person: forWhom,
          }),
    })
  })
  return getNeed(deps, who, id)
}

const relative = async (deps: Deps, tx: Tx, { accountId }: Who, person: PersonServed, at: Date) =>
  personServed(deps, tx, { ...person, inOffice: false, known: await store.askedForBy(tx, accountId) }, at)

/**
 * At the counter, or on the telephone.
 * @throws Problem not_found (not their community), needs_open, invalid_request (a day that is over), idempotency_key_reused
 */
export async function fileNeed(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { person, way, ...wished }: FiledNeed,
): Promise<NeedDetail> {
  const id = await once(deps, idempotency, async (tx, fresh, at) => {
    const grants = await grantsInside(tx, who.accountId)
    if (!isStaffOf(grants, wished.community)) throw new Problem('not_found')
    const settings = await settingsInside(tx, wished.community)
    const subjectId = await personServed(deps, tx, { ...person, inOffice: true, known: [] }, at)
    await mayAsk(tx, subjectId, settings)
    const actor = { id: who.accountId, role: 'staff', name: badgeFor(grants, wished.community) } as const
    await open(deps, tx, settings, at, wished, { id: fresh, subjectId, actor, cameBy: way, person })
  })
  return getNeed(deps, who, id)
}

/** An elder of the register, as staff wrote them down. */
export interface Elder extends PersonServed {
  id: string
  accountId: string | null
  community: string
  address: string | null
}

/**
 * For whom needs of an elder are: held until the transaction ends, so before the elder and what is kept of them.
 * @returns the account
 */
export async function holdElder(deps: Deps, tx: Tx, elder: Elder, at: Date): Promise<string> {
  const known = await store.accountsOfElder(tx, elder.id)
  const id = await personServed(deps, tx, { ...elder, inOffice: true, known }, at)
  await store.hold(tx, id)
  return id
}

export interface SaidOnVisit {
  elder: Elder
  /** Of `holdElder`. */
  subjectId: string
  helps: readonly Help[]
  /** What was written down of it; null where nothing was. */
  words: string | null
  actor: { id: string; name: string }
  at: Date
}

/**
 * In the transaction that keeps the visit. Of what they have open already no second one is opened: so there are as many as
 * there are kinds at most, and nothing that was said is dropped unseen.
 */
export async function needsFromVisit(
  deps: Deps,
  tx: Tx,
  { elder, subjectId, helps, words, actor, at }: SaidOnVisit,
): Promise<void> {
  const settings = await settingsInside(tx, elder.community)
  for (const help of helps) {
    if (await store.hasOpen(tx, subjectId, help)) continue
    const wish = words ?? `${cameByWord.visit}：${helpWord[help]}`
    const wished: WishedNeed = {
      ...{ community: elder.community, help, wish, place: elder.address },
      day: null,
      part: 'any',
    }
    await open(deps, tx, settings, at, wished, {
      ...{ id: deps.ids.id(), subjectId, cameBy: 'visit', person: elder, elderId: elder.id },
      actor: { ...actor, role: 'staff' },
    })
  }
}

/** What is pressed twice is opened once. @returns its id */
const once = (
  deps: Deps,
  idempotency: Idempotency,
  work: (tx: Tx, fresh: string, at: Date) => Promise<void>,
): Promise<string> =>
  deps.db.transaction(async (tx) => {
    const [at, fresh] = [deps.clock.now(), deps.ids.id()]
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    await work(tx, fresh, at)
    return fresh
  })

async function mayAsk(tx: Tx, accountId: string, settings: Settings): Promise<void> {
  if ((await store.openOf(tx, accountId)) >= settings.needs_open_most) throw new Problem('needs_open')
}

async function open(
  deps: Deps,
  tx: Tx,
  settings: Settings,
  at: Date,
  wished: WishedNeed,
  asking: Asking,
): Promise<void> {
  const faults = faultsOfDay(wished.day, at)
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
  const { id, subjectId, actor } = asking
  await openCase(deps, tx, needKind, {
    id,
    community: wished.community,
    subjectId,
    actorId: actor.id,
    actorRole: actor.role,
    ...(actor.name !== undefined && { actorName: actor.name }),
    state: 'open',
    title: helpWord[wished.help],
    dueAt: dueBy(settings, wished, at),
    at,
  })
  await store.insertNeed(tx, sealedRow(deps, wished, asking))
}

function sealedRow(
  { cipher }: Deps,
  { help, day, part, wish, place }: WishedNeed,
  asking: Asking,
): store.NewNeed {
  const { id: caseId, person, cameBy, relation = null, elderId = null } = asking
  const phone = person?.phone ?? null
  return {
    ...{ caseId, help, day, part, cameBy, relation, elderId },
    wishEnc: cipher.encrypt('needs.wish_enc', caseId, wish),
    placeEnc: place === null ? null : cipher.encrypt('needs.place_enc', caseId, place),
    personEnc: person === undefined ? null : cipher.encrypt('needs.person_enc', caseId, person.name),
    phoneEnc: phone === null ? null : cipher.encrypt('needs.phone_enc', caseId, phone),
  }
}
