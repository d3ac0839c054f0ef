/** Children for the table: each cell's child is new, and its guardian is the party. */
import type { Person } from '../../support/world'
import { consentVersion } from '../../../bff/contracts/src/children'
import {
  acceptWith,
  invite,
  linkOf,
  lookAt,
  makeChild,
  ofChild,
  profile,
  verify,
} from '../../support/children'
import { ok } from '../../support/story'
import { here, makePerson, signIn } from '../../support/world'
import type { Ask, Stage } from './stage'

const as = ({ app, cast }: Stage, who: 'party' | 'staff'): Promise<Person> =>
  signIn(app.deps, cast[who].accountId)

/** A party may have six children; the table needs more, so the last one goes. */
async function freshChild(stage: Stage): Promise<{ id: string; party: Person }> {
  const party = await as(stage, 'party')
  await stage.app.database.pool.query('UPDATE guardians SET ended_at = now() WHERE account_id = $1', [
    party.accountId,
  ])
  return { id: (await makeChild(stage.app, party)).id, party }
}

export const onChild =
  (body?: object): Ask =>
  async (stage) => ({ params: { id: (await freshChild(stage)).id }, ...(body && { body }) })

export const newChild: Ask = async (stage) => {
  await freshChild(stage)
  return { body: profile() }
}

export const granted = { version: consentVersion, decision: 'granted' }

/** An invitation of somebody who is not in the table. */
export const onInvitation: Ask = async ({ app }) => {
  const first = await makePerson(app)
  const { id } = await makeChild(app, first)
  return { body: { code: await invite(app, first, id), relation: 'father' } }
}

/** The party's link to somebody else's child, not verified yet. */
export const onSecondLink: Ask = async (stage) => {
  const { app } = stage
  const [first, party] = [await makePerson(app), await as(stage, 'party')]
  const { id } = await makeChild(app, first)
  await ok(acceptWith(app, party, await invite(app, first, id)))
  return { params: { id: await linkOf(app, party, id) } }
}

export const onPendingLink =
  (body?: object): Ask =>
  async (stage) => {
    const { id, party } = await freshChild(stage)
    return { params: { id: await linkOf(stage.app, party, id) }, ...(body && { body }) }
  }

const aunt = { name: '李桂芬', relation: 'relative', validFrom: '2026-11-23' }
export const listed = aunt
export const barred = { name: '赵某' }
export const onDay = { day: '2026-11-24', name: '李桂芬', relation: 'relative' }

const onRowOf =
  (name: 'addPickupPerson' | 'barPerson', body: object): Ask =>
  async (stage) => {
    const { id, party } = await freshChild(stage)
    await verify(stage.app, await as(stage, 'staff'), party, id)
    const made = await ok(ofChild<{ id: string }>(stage.app, name, party, id, { body }))
    return { params: { id: made.id } }
  }
export const onListed = onRowOf('addPickupPerson', aunt)
export const onBarred = onRowOf('barPerson', barred)

/** A child whose guardian staff know. */
export const onVerified =
  (body: object): Ask =>
  async (stage) => {
    const { id, party } = await freshChild(stage)
    await verify(stage.app, await as(stage, 'staff'), party, id)
    return { params: { id }, body }
  }

/** A link whose papers the staff of the table have opened. */
export const onLooked =
  (body: object): Ask =>
  async (stage) => {
    const sent = await onPendingLink(body)(stage)
    await lookAt(stage.app, await as(stage, 'staff'), sent.params?.id ?? '')
    return sent
  }

/** The party and somebody else, both known to staff. */
async function knownPair(stage: Stage): Promise<{ id: string; party: Person; second: Person; link: string }> {
  const { app } = stage
  const { id, party } = await freshChild(stage)
  const [staff, second] = [await as(stage, 'staff'), await makePerson(app)]
  await verify(app, staff, party, id)
  await ok(acceptWith(app, second, await invite(app, party, id)))
  await verify(app, staff, second, id)
  return { id, party, second, link: await linkOf(app, party, id) }
}

export const onKnown =
  (body: object): Ask =>
  async (stage) => ({ params: { id: (await knownPair(stage)).link }, body })

/** Proposed by another of the staff, and opened by those of the table. */
export const onEnding: Ask = async (stage) => {
  const { app } = stage
  const { link } = await knownPair(stage)
  const other = await makePerson(app, { name: '赵明', grants: [['grid_worker', here]] })
  await lookAt(app, other, link)
  const body = { reason: 'court_order' }
  const ending = await ok(ofChild<{ id: string }>(app, 'proposeEnding', other, link, { body }))
  await lookAt(app, await as(stage, 'staff'), link)
  return { params: { id: ending.id }, body: { approved: true } }
}

/** The second guardian asked to erase; the party is at the counter. */
export const onFrozen: Ask = async (stage) => {
  const { id, second, link } = await knownPair(stage)
  await ok(ofChild(stage.app, 'eraseChild', second, id, { body: {} }))
  return { params: { id: link }, body: {} }
}
