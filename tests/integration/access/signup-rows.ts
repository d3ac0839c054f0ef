/** Tasks and signups in the table: staff ask for volunteers, whoever stands by a task comes or does not. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { finishSignups } from '../../../bff/src/modules/signups/jobs'
import { codeIn, slotOf, taskKey } from '../../../bff/src/platform/door-codes'
import { askForHelp } from '../../support/needs'
import { ok } from '../../support/story'
import { changeOf, makeTask, takeTask, wantedTask } from '../../support/tasks'
import { verifyAsVolunteer } from '../../support/verified'
import { here, signIn } from '../../support/world'
import { ofCase, type Row, row, signedIn, staffDecide } from './cells'
import { type Ask, sends, type Stage } from './stage'

/** What earlier cells left is over: one person is at one place at a time. */
const nobodyStands = ({ app }: Stage) =>
  app.database.pool
    .query(`UPDATE cases SET state = 'cancelled', waiting_for = 'nobody', closed_at = now(), lapses_at = NULL
    WHERE type IN ('signup', 'need') AND closed_at IS NULL`)

async function task(stage: Stage): Promise<string> {
  await nobodyStands(stage)
  return (await makeTask(stage.app, stage.cast.staff, { places: 5 })).id
}

/** One of the party, who stands by a task. */
async function standing(stage: Stage): Promise<{ taskId: string; id: string }> {
  const taskId = await task(stage)
  const { accountId } = stage.cast.party
  await verifyAsVolunteer(stage.app, accountId)
  const { id } = await ok(takeTask(stage.app, await signIn(stage.app.deps, accountId), taskId))
  return { taskId, id }
}

/** The task is over, and its hours are to be confirmed. */
export async function over(stage: Stage): Promise<string> {
  const { taskId, id } = await standing(stage)
  const { app } = stage
  const now = app.clock.now()
  await app.database.pool.query(
    `UPDATE tasks SET starts_at = $2::timestamptz - interval '2 hours', ends_at = $2::timestamptz WHERE id = $1`,
    [taskId, now],
  )
  await app.database.pool.query(
    `UPDATE cases SET starts_at = $2::timestamptz - interval '2 hours', ends_at = $2 WHERE id = $1`,
    [id, now],
  )
  await finishSignups(app.deps)
  return id
}

/** The party stands by a task in the home of somebody who asked. */
async function atHome(stage: Stage): Promise<string> {
  await nobodyStands(stage)
  const { app, cast } = stage
  const needId = (await askForHelp(app, await signIn(app.deps, cast.other.accountId))).id
  const { id } = await makeTask(app, cast.staff, { needId, place: null, places: 1 })
  await verifyAsVolunteer(app, cast.party.accountId)
  return (await ok(takeTask(app, await signIn(app.deps, cast.party.accountId), id))).id
}

const beginsNow = ({ app }: Stage, taskId: string) =>
  app.database.pool.query(
    `UPDATE tasks SET starts_at = $2::timestamptz, ends_at = $2::timestamptz + interval '2 hours' WHERE id = $1`,
    [taskId, app.clock.now()],
  )

/** The registration of somebody else, whom the task fits. */
async function fittingFor({ app, cast }: Stage): Promise<string> {
  await verifyAsVolunteer(app, cast.other.accountId)
  await app.database.pool.query('UPDATE volunteers SET no_proposals = false')
  const { rows } = await app.database.pool.query<{ id: string }>(
    `SELECT case_id AS id FROM volunteers WHERE account_id = $1 AND state = 'verified'`,
    [cast.other.accountId],
  )
  return rows[0]?.id ?? ''
}

const on =
  (begin: (stage: Stage) => Promise<string>, body?: object): Ask =>
  async (stage) => ({ params: { id: await begin(stage) }, ...(body && { body }) })

const ofTask = async (stage: Stage) => (await standing(stage)).taskId
const ofSignup = async (stage: Stage) => (await standing(stage)).id
const ofParty = (ask: Ask): Row =>
  ofCase(ask, { party: 200, staff: 'not_allowed', supervisor: 'not_allowed' })

/** The organiser's own: whoever comes does not see the others. */
const organiserOnly = (ask: Ask): Row =>
  ofCase(ask, { party: 'not_found', staff: 200, supervisor: 'not_allowed' })

const disputed: Ask = async (stage) => {
  const id = await over(stage)
  const { token } = await signIn(stage.app.deps, stage.cast.staff.accountId)
  await ok(stage.app.call('creditHours', { params: { id }, body: { halves: 2 }, token }))
  return { params: { id }, body: { note: '少算了半小时' } }
}

const nobodyElse = {
  anonymous: 'sign_in_required',
  other: 'not_found',
  elsewhere: 'not_found',
  supervisor: 'not_found',
} as const

export const signupRows = {
  listTasks: signedIn(sends({ params: { community: here } })),
  getTask: signedIn(on(task)),
  createTask: row(
    async (stage) => {
      await nobodyStands(stage)
      return { body: wantedTask() }
    },
    { ...nobodyElse, party: 'not_found', staff: 201 },
  ),
  listDeskTasks: row(sends({ params: { division: here }, query: { show: 'coming' } }), {
    ...nobodyElse,
    party: 'not_found',
    staff: 200,
    supervisor: 200,
  }),
  getTaskFigures: row(sends({ query: { division: here } }), {
    ...nobodyElse,
    party: 'not_found',
    staff: 200,
    supervisor: 200,
  }),
  signUpForTask: row(
    async (stage) => {
      const id = await task(stage)
      await verifyAsVolunteer(stage.app, stage.cast.party.accountId)
      return { params: { id }, body: { childId: null } }
    },
    {
      anonymous: 'sign_in_required',
      party: 201,
      other: 'not_a_volunteer',
      staff: 'not_a_volunteer',
      elsewhere: 'not_a_volunteer',
      supervisor: 'not_a_volunteer',
    },
  ),
  withdrawSignup: ofParty(on(ofSignup, {})),
  cancelSignup: staffDecide(on(ofSignup, { note: '这次人够了' })),
  callOffTask: organiserOnly(on(ofTask, {})),
  lookAtMove: organiserOnly(async (stage) => {
    const { startsAt, endsAt } = wantedTask()
    return { params: { id: await ofTask(stage) }, query: { startsAt, endsAt } }
  }),
  changeTask: organiserOnly(async (stage) => ({
    params: { id: await ofTask(stage) },
    body: changeOf(wantedTask({ places: 5 }), { about: '带一瓶水' }),
  })),
  listProposable: organiserOnly(on(ofTask)),
  proposeTask: organiserOnly(async (stage) => {
    const id = await ofTask(stage)
    return { params: { id }, body: { volunteer: await fittingFor(stage) } }
  }),
  declineProposal: ofCase(
    async (stage) => {
      const id = await task(stage)
      await stage.app.database.pool.query(
        'INSERT INTO task_proposals (task_id, party_id, proposed_by, proposed_at) VALUES ($1, $2, $3, now())',
        [id, stage.cast.party.accountId, stage.cast.staff.accountId],
      )
      return { params: { id }, body: {} }
    },
    { party: 200, staff: 'not_found', supervisor: 'not_found' },
  ),
  readTaskPlace: ofCase(on(atHome), { party: 200, staff: 'not_found', supervisor: 'not_found' }),
  readSignupCalendar: ofCase(on(ofSignup), { party: 200, staff: 'not_found', supervisor: 'not_found' }),
  readRoll: organiserOnly(on(ofTask)),
  markAttendance: organiserOnly(async (stage) => {
    const { taskId, id } = await standing(stage)
    await beginsNow(stage, taskId)
    const at = stage.app.clock.now().toISOString()
    return { params: { id: taskId }, body: { marks: [{ caseId: id, way: 'in', at }] } }
  }),
  giveTaskCodeKey: organiserOnly(async (stage) => {
    const taskId = await task(stage)
    await beginsNow(stage, taskId)
    return { params: { id: taskId } }
  }),
  giveSignupCodeKey: ofCase(
    async (stage) => {
      const { taskId, id } = await standing(stage)
      await beginsNow(stage, taskId)
      return { params: { id } }
    },
    { party: 200, staff: 'not_found', supervisor: 'not_found' },
  ),
  enterCode: ofCase(
    async (stage) => {
      const { taskId, id } = await standing(stage)
      await beginsNow(stage, taskId)
      const { app } = stage
      const code = codeIn(taskKey(app.deps.config.tokenKey, taskId), slotOf(app.clock.now()))
      return { params: { id }, body: { code, way: 'in' } }
    },
    { party: 200, staff: 'not_found', supervisor: 'not_found' },
  ),
  creditHours: staffDecide(on(over, { halves: 4 })),
  missSignup: staffDecide(on(over, {})),
  disputeHours: ofParty(disputed),
} satisfies Partial<Record<EndpointName, Row>>
