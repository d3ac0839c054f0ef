/**
 * The promise: whoever wants to give a hand registers once, hears by a time that is said, and is a volunteer only after
 * staff have seen who it is. They change what they can do themselves, and leave when they like.
 */
import type { VolunteerDetail } from '@linli/contracts/volunteer-case'
import { volunteerRulesVersion } from '@linli/contracts/volunteer-rules'
import type { AskedVolunteer, Availability } from '@linli/contracts/volunteers'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { addWorkingDays } from '../../platform/calendar'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { advance, authorise, caseWords, getCase, openCase } from '../cases/service'
import { lockGuarded } from '../children/service'
import { community, directory } from '../divisions/service'
import { contactOf } from '../identity/service'
import { volunteerKind } from './kind'
import { isMinorVolunteer } from './rules'
import * as store from './store'

export {
  fitChildNow,
  fitInside,
  fitNow,
  type FitVolunteer,
  namesOf,
  noVolunteersAnyMore,
  type OwnVolunteer,
  volunteerOf,
} from './fit'
export { leaveAsChild, oneRegistrationEach } from './ending'

export async function volunteerCase(deps: Deps, who: Who, id: string): Promise<VolunteerDetail> {
  const found = await getCase(deps, who, id)
  if (found.type !== 'volunteer') throw new Problem('not_found')
  return found
}

/** @throws Problem the codes of the contract `registerVolunteer` */
export async function registerVolunteer(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: AskedVolunteer,
): Promise<VolunteerDetail> {
  await community(deps, asked.community)
  const settings = (await directory(deps)).settings(asked.community)
  const { name, phone } = await contactOf(deps, who.accountId)
  const id = await deps.db.transaction(async (tx) => {
    const [at, fresh] = [deps.clock.now(), deps.ids.id()]
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    if (asked.rulesVersion !== volunteerRulesVersion) throw new Problem('volunteer_rules_outdated')
    if (name === null) throw new Problem('volunteer_name_needed')
    if (phone === null) throw new Problem('volunteer_phone_needed')
    if (asked.childId !== null) await mustBeMinor(deps, tx, who, asked.childId, at)
    const { office_hours: hours, calendar_days: days, volunteer_answer_days: answer } = settings
    await openCase(deps, tx, volunteerKind, {
      id: fresh,
      community: asked.community,
      subjectId: who.accountId,
      actorId: who.accountId,
      actorRole: 'self',
      ...(asked.childId !== null && { childId: asked.childId }),
      state: 'asked',
      title: volunteerKind.name,
      dueAt: addWorkingDays(at, answer, hours, days),
      at,
    })
    await keep(tx, who, fresh, asked)
    return fresh
  })
  return volunteerCase(deps, who, id)
}

/** A guardian whom staff have seen, and a child old enough. @throws Problem of `lockGuarded`, volunteer_age */
async function mustBeMinor({ cipher }: Deps, tx: Tx, who: Who, childId: string, at: Date): Promise<void> {
  const { birthDate } = await lockGuarded(cipher, tx, who, childId, at)
  if (!isMinorVolunteer(birthDate, dayOf(at))) throw new Problem('volunteer_age')
}

/** Two at once are one: the second finds the first. @throws Problem volunteer_already */
async function keep(tx: Tx, who: Who, caseId: string, asked: AskedVolunteer): Promise<void> {
  const { skills, times, reach, childId, rulesVersion } = asked
  const accountId = childId === null ? who.accountId : null
  const own = { caseId, state: 'asked', accountId, childId, rulesVersion } as const
  if (!(await store.insertVolunteer(tx, { ...own, skills, times, reach })))
    throw new Problem('volunteer_already')
}

export interface Decision {
  id: string
  action: 'verify' | 'refuse' | 'end' | 'cancel' | 'leave'
  note: string | null
}

/** @throws Problem not_found, not_allowed, action_not_open, invalid_request, idempotency_key_reused */
export async function decideVolunteer(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, action, note }: Decision,
): Promise<VolunteerDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const authorised = await authorise(deps, tx, who, { id, action, note, type: 'volunteer' }, at)
    await caseWords(deps, tx, { caseId: id, words: note, path: 'body.note' })
    // What is answered, or over, is due no more.
    await advance(deps, tx, [authorised], { note, at, change: { dueAt: null } })
  })
  return volunteerCase(deps, who, id)
}

/** @throws Problem not_found, not_allowed, action_not_open, idempotency_key_reused */
export async function changeAvailability(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, ...availability }: Availability & { id: string },
): Promise<VolunteerDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const asked = { id, action: 'change', note: null, type: 'volunteer' }
    const authorised = await authorise(deps, tx, who, asked, at)
    await store.setAvailability(tx, id, availability)
    await advance(deps, tx, [authorised], { at })
  })
  return volunteerCase(deps, who, id)
}

/** Whether staff may ask them for a task. @throws Problem not_found, not_allowed, action_not_open, idempotency_key_reused */
export async function setProposals(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, wanted }: { id: string; wanted: boolean },
): Promise<VolunteerDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    // Whoever may change what they can do; but what they want is no step of the case, and stands in no timeline.
    await authorise(deps, tx, who, { id, action: 'change', note: null, type: 'volunteer' }, at)
    await store.setProposals(tx, id, wanted)
  })
  return volunteerCase(deps, who, id)
}
