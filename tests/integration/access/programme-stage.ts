/** Programmes and their lines for the table; everything a cell asks for is new, and its family is the party's. */
import type { SignedUp } from '../../../bff/contracts/src/enrolments'
import { makeChild } from '../../support/children'
import {
  closing,
  draft,
  makeFamily,
  makeProgramme,
  opening,
  plan,
  signUp,
  stepTo,
} from '../../support/programmes'
import { act, ok } from '../../support/story'
import { here, makePerson, type Person, signIn } from '../../support/world'
import type { Ask, Stage } from './stage'

type Entry = SignedUp['entries'][number]

const as = ({ app, cast }: Stage, who: 'party' | 'staff'): Promise<Person> =>
  signIn(app.deps, cast[who].accountId)

export const newPlan = { community: here, ...plan() }
export const changedPlan = plan({ name: '五点课堂' })

export const onProgramme =
  (body?: object): Ask =>
  async (stage) => ({
    params: { id: (await makeProgramme(stage.app, await as(stage, 'staff'))).id },
    ...(body && { body }),
  })

export const onDraft =
  (body?: object): Ask =>
  async (stage) => ({
    params: { id: (await draft(stage.app, await as(stage, 'staff'))).id },
    ...(body && { body }),
  })

/** A draw that was closed and can be drawn. */
export const onClosedDraw: Ask = async (stage) => {
  const { app } = stage
  const { id } = await makeProgramme(app, await as(stage, 'staff'), { mode: 'draw' })
  app.clock.set(closing)
  await ok(stepTo(app, 'closeProgramme', await as(stage, 'staff'), id))
  return { params: { id }, body: {} }
}

export const onDrawRecord: Ask = async (stage) => ({ params: (await onClosedDraw(stage)).params ?? {} })

/** Pressed by whoever stands in the column: their own child, made a moment ago. */
export const pressing: Ask = async (stage) => {
  const { id } = await makeProgramme(stage.app, await as(stage, 'staff'))
  stage.app.clock.set(opening)
  const child = await stage.freshChild()
  return { params: { id }, body: { children: [child], group: 'one' } }
}

/** The party's child signs up where there is one place; behind whoever is `ahead`, it waits. */
async function entered(stage: Stage, ahead: number): Promise<{ entry: Entry; programmeId: string }> {
  const { app } = stage
  const { id } = await makeProgramme(app, await as(stage, 'staff'), { capacity: 1 })
  app.clock.set(opening)
  for (let n = 0; n < ahead; n++) await signUp(app, await makeFamily(app), id)
  const party = await as(stage, 'party')
  await app.database.pool.query('UPDATE guardians SET ended_at = now() WHERE account_id = $1', [
    party.accountId,
  ])
  const children = [(await makeChild(app, party)).id]
  const [entry] = (await signUp(app, { ...party, children }, id)).entries
  if (!entry) throw new Error('nobody signed up')
  return { entry, programmeId: id }
}

const onEntry =
  (ahead: number, body?: object): Ask =>
  async (stage) => ({ params: { id: (await entered(stage, ahead)).entry.caseId }, ...(body && { body }) })

export const onPlaced = (body?: object): Ask => onEntry(0, body)
export const onWaiting = (body?: object): Ask => onEntry(1, body)
export const onFarBehind = (body?: object): Ask => onEntry(2, body)

/** The party's place is offered: whoever had it gave it back. */
export const onOffer: Ask = async (stage) => {
  const { entry, programmeId } = await entered(stage, 1)
  const { rows } = await stage.app.database.pool.query<{ id: string; account: string }>(
    `SELECT c.id, c.subject_id AS account FROM enrolments e JOIN cases c ON c.id = e.case_id
     WHERE e.programme_id = $1 AND e.state = 'confirmed'`,
    [programmeId],
  )
  const first = await signIn(stage.app.deps, rows[0]?.account ?? '')
  await ok(act(stage.app, 'cancelEnrolment', first, rows[0]?.id ?? ''))
  return { params: { id: entry.caseId }, body: {} }
}

export const onLineOf: Ask = async (stage) => ({
  params: { id: (await entered(stage, 1)).programmeId },
})

/** A move that another member of staff proposed. */
export const onMove: Ask = async (stage) => {
  const { app } = stage
  const { entry } = await entered(stage, 2)
  const colleague = await makePerson(app, { name: '普文', grants: [['staff', here]] })
  const move = await ok(
    app.call<{ id: string }>('proposeMove', {
      params: { id: entry.caseId },
      body: { to: 1, reason: '家中有急事' },
      token: colleague.token,
    }),
  )
  return { params: { id: move.id }, body: { approve: true } }
}
