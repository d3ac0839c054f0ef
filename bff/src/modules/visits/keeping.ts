/** The promise: what staff write of an elder is sealed, nobody is listed twice, and nobody leaves the register unseen. */
import type { ElderKind } from '@linli/contracts/visits'
import type { ElderPage, ElderState } from '@linli/contracts/visit-register'
import type { Fault } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { isSameName, nameForm } from '../../platform/name-form'
import { Problem } from '../../platform/problem'
import { addDays } from '../../platform/shanghai'
import { contactOf as accountContact } from '../identity/service'
import { demandManager, fault, noVisitor, refuse, worksHere } from './visitors'
import { freezeBefore } from './freeze'
import { joinRoster, leaveRoster, lockMonth, takeRoster } from './month-store'
import { contactOf, nameOf } from './present'
import { elderIn, type Place, placeOf, readElder } from './register'
import { hasLeft, monthOf } from './rules'
import * as store from './store'

interface Asked {
  name: string
  kind: ElderKind
  phone: string | null
  address: string | null
  emergency: { name: string; phone: string } | null
  livesWith: string | null
}

const stranger = fault('livesWith', 'not_listed', '请选名册上的老人')

/** Those of the community among whom another is put; the same name at the same address is the same person. */
async function among(deps: Deps, tx: Tx, place: Place, asked: Asked, self?: string) {
  const others = (await store.eldersOf(tx, place.community)).filter(
    ({ id, state }) => id !== self && !hasLeft(state),
  )
  const twin = others.find((other) => {
    const { address } = contactOf(deps, other)
    return (
      isSameName(nameOf(deps, other), asked.name) && nameForm(address ?? '') === nameForm(asked.address ?? '')
    )
  })
  if (twin) throw new Problem('elder_listed_already')
  return { others, mate: others.find(({ id }) => id === asked.livesWith) }
}

/**
 * Whose number it is reads who has read of them and takes the visits along, under the elder's own name alone: a number may
 * be a relative's, or mistyped, and then it is somebody else.
 */
async function ownAccount(deps: Deps, tx: Tx, { name, phone }: Asked): Promise<string | null> {
  const id = phone && (await store.accountOfPhone(tx, deps.cipher.lookups('phone', phone)))
  const known = id ? (await accountContact(deps, id)).name : null
  return id && known !== null && isSameName(known, name) ? id : null
}

async function written(deps: Deps, tx: Tx, id: string, asked: Asked, household: string) {
  const { cipher } = deps
  const sealed = (column: 'phone_enc' | 'address_enc' | 'emergency_enc', plain: string | null) =>
    plain === null ? null : cipher.encrypt(`visit_elders.${column}`, id, plain)
  return {
    household,
    kind: asked.kind,
    nameEnc: cipher.encrypt('visit_elders.name_enc', id, asked.name),
    phoneEnc: sealed('phone_enc', asked.phone),
    addressEnc: sealed('address_enc', asked.address),
    emergencyEnc: sealed('emergency_enc', asked.emergency && JSON.stringify(asked.emergency)),
    accountId: await ownAccount(deps, tx, asked),
  }
}

/** @throws Problem not_found, elder_listed_already, invalid_request, idempotency_key_reused */
export const addElder = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: Asked & { community: string; visitor: string | null },
): Promise<ElderPage> =>
  deps.db.transaction(async (tx) => {
    const [at, fresh] = [deps.clock.now(), deps.ids.id()]
    const place = await placeOf(deps, tx, who, asked.community)
    demandManager(place)
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return readElder(deps, tx, who, known)
    // One after the other: of two who put the same person on the register one is told.
    await takeRoster(tx, asked.community, monthOf(at), at)
    await lockMonth(tx, asked.community, monthOf(at))
    const { mate } = await among(deps, tx, place, asked)
    refuse([
      ...(asked.livesWith !== null && !mate ? [stranger] : []),
      ...(asked.visitor !== null && !(await worksHere(tx, place, asked.visitor))
        ? [noVisitor('visitor')]
        : []),
    ])
    await store.insertElder(tx, {
      id: fresh,
      community: asked.community,
      ...(await written(deps, tx, fresh, asked, mate?.household ?? fresh)),
      visitorId: asked.visitor,
      listedOn: place.today,
      createdBy: who.accountId,
      at,
    })
    const day = place.today
    await joinRoster(tx, { community: asked.community, month: monthOf(at), elderId: fresh, day })
    return readElder(deps, tx, who, fresh)
  })

/** What a change of an elder does, once it is held and the tap is claimed. */
type Work = (tx: Tx, elder: store.ElderRow, place: Place, at: Date) => Promise<void>

const change = (deps: Deps, who: Who, idempotency: Idempotency, id: string, work: Work): Promise<ElderPage> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, id, at)
    const [held] = await store.lockElders(tx, [id])
    const { place } = await elderIn(deps, tx, who, id)
    demandManager(place)
    if (known === undefined && held) {
      await takeRoster(tx, held.community, monthOf(at), at)
      await work(tx, held, place, at)
    }
    return readElder(deps, tx, who, id)
  })

/** @throws Problem not_found, elder_listed_already, invalid_request, idempotency_key_reused */
export const changeElder = (deps: Deps, who: Who, idempotency: Idempotency, id: string, asked: Asked) =>
  change(deps, who, idempotency, id, async (tx, elder, place) => {
    const { others, mate } = await among(deps, tx, place, asked, id)
    refuse(asked.livesWith !== null && !mate ? [stranger] : [])
    const shared = others.some(({ household }) => household === elder.household)
    const alone = shared ? deps.ids.id() : elder.household
    await store.updateElder(tx, id, await written(deps, tx, id, asked, mate?.household ?? alone))
  })

/** The farthest day until which somebody can say that they want no visits. */
const refusedDays = 366

/** @throws Problem not_found, invalid_request, idempotency_key_reused */
export const setElderState = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  asked: { state: ElderState; since: string; until: string | null },
) =>
  change(deps, who, idempotency, id, async (tx, elder, { today, community }, at) => {
    refuse(faultsOfState(asked, today, elder.listedOn))
    const { state, since, until } = asked
    await freezeBefore(tx, community, monthOf(at), at)
    await store.setState(tx, id, { state, since, until: state === 'refused' ? until : null })
    const month = monthOf(at)
    if (hasLeft(state)) await leaveRoster(tx, id, month, since)
    else if (hasLeft(elder.state)) await joinRoster(tx, { community, month, elderId: id, day: today })
  })

function faultsOfState(
  { state, since, until }: { state: ElderState; since: string; until: string | null },
  today: string,
  listedOn: string,
): Fault[] {
  const wrong =
    state !== 'refused'
      ? []
      : until === null
        ? [fault('until', 'until_needed', '请填到哪一天为止，到时再问')]
        : until <= today || until > addDays(today, refusedDays)
          ? [fault('until', 'until_far', '请选明天起一年内的日子')]
          : []
  return [
    ...(since > today ? [fault('since', 'since_future', '请选今天或以前的日子')] : []),
    ...(since < listedOn && hasLeft(state)
      ? [fault('since', 'since_early', '早于登记到名册的日子，请核对')]
      : []),
    ...wrong,
  ]
}

/** @throws Problem not_found, invalid_request, idempotency_key_reused */
export const assignVisitor = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  visitor: string | null,
) =>
  change(deps, who, idempotency, id, async (tx, _, place) => {
    refuse(visitor !== null && !(await worksHere(tx, place, visitor)) ? [noVisitor('visitor')] : [])
    await store.setVisitor(tx, id, visitor)
  })
