/** Tasks as tests begin them: staff ask for volunteers, and volunteers of any number sign up. */
import { beforeAll, beforeEach } from 'vitest'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import type { SignupDetail } from '../../bff/contracts/src/signup-case'
import type { NewTask, TaskSummary } from '../../bff/contracts/src/tasks'
import type { AskedVolunteer } from '../../bff/contracts/src/volunteers'
import { callOffTasksOf } from '../../bff/src/modules/signups/call-off'
import { lookAtNeed } from '../../bff/src/modules/signups/need-link'
import { monday, type TestApp } from './app'
import { fresh } from './consultations'
import { act, caseOf, ok } from './story'
import { verifyAsVolunteer } from './verified'
import { makeVolunteer } from './volunteers'
import { here, localTime, makeDivisions, makePerson, type Person } from './world'

/** Wednesday 25 November 2026, from two to four, at the gate of the community. */
export const wantedTask = (wish: Partial<NewTask> = {}): NewTask => ({
  community: here,
  needId: null,
  kind: 'company',
  title: '陪老人聊天',
  about: null,
  place: '社区门口',
  startsAt: localTime('2026-11-25', 14),
  endsAt: localTime('2026-11-25', 16),
  places: 1,
  skill: null,
  paper: null,
  adultsOnly: false,
  twoPeople: false,
  // Asked of a home alone.
  homeNeedsTwo: wish.place === null ? wish.twoPeople === true : null,
  shifts: [],
  times: 1,
  ...wish,
})

export async function makeTask(
  app: TestApp,
  staff: Person,
  wish: Partial<NewTask> = {},
): Promise<TaskSummary> {
  const { token } = await fresh(app, staff)
  const made = await ok(app.call<{ tasks: TaskSummary[] }>('createTask', { body: wantedTask(wish), token }))
  return made.tasks[0] as TaskSummary
}

type Changed = Pick<TaskSummary, 'startsAt' | 'endsAt' | 'place' | 'places'> & { about?: string | null }

/** What staff send to change a task as they have seen it. */
export const changeOf = (task: Changed, change: Partial<Changed> = {}) => ({
  was: { startsAt: task.startsAt, endsAt: task.endsAt },
  startsAt: task.startsAt,
  endsAt: task.endsAt,
  place: task.place,
  about: task.about ?? null,
  places: task.places,
  ...change,
})

/** One tap, whatever comes of it. */
export const takeTask = (app: TestApp, { token }: Pick<Person, 'token'>, taskId: string) =>
  app.call<SignupDetail>('signUpForTask', { params: { id: taskId }, body: { childId: null }, token })

/** Verified volunteers without their way there, for tests that need many. */
export async function makeVolunteers(app: TestApp, n: number): Promise<Person[]> {
  const people: Person[] = []
  for (let i = 0; i < n; i++) people.push(await makePerson(app, { name: `志愿者${i}` }))
  await verifyAsVolunteer(app, ...people.map(({ accountId }) => accountId))
  return people
}

/** What a worker does of the jobs that tasks and needs left for each other, in their order. */
export async function runNeedJobs(app: TestApp): Promise<void> {
  const { rows } = await app.database.pool.query<{ name: string; needId: string; taskIds: string[] | null }>(
    `WITH done AS (DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
       WHERE t.id = j.task_id AND t.identifier IN ('look_at_need', 'call_off_tasks')
       RETURNING j.id, t.identifier AS name, j.payload->>'needId' AS "needId",
         j.payload->'taskIds' AS "taskIds")
     SELECT name, "needId", "taskIds" FROM done ORDER BY id`,
  )
  for (const { name, needId, taskIds } of rows)
    await (name === 'look_at_need'
      ? lookAtNeed(app.deps, needId)
      : callOffTasksOf(app.deps, { needId, taskIds: taskIds ?? undefined }))
  if (rows.length > 0) await runNeedJobs(app)
}

/** People, new for each test, and what they do. */
export function taskStage(app: TestApp) {
  const stage = {
    staff: {} as Person,
    township: {} as Person,
    volunteer: {} as Person,
    task: (wish: Partial<NewTask> = {}) => makeTask(app, stage.staff, wish),
    joining: async (name: string, wish: Partial<AskedVolunteer> = {}, phone = '13900000009') => {
      const person = await makePerson(app, { name, phone })
      await makeVolunteer(app, person, stage.staff, wish)
      return person
    },
    take: async (who: Person, taskId: string) => ok(takeTask(app, await fresh(app, who), taskId)),
    refused: async (who: Person, taskId: string) =>
      (await takeTask(app, await fresh(app, who), taskId)).problem.code,
    seenBy: async (who: Person, id: string) => (await caseOf(app, await fresh(app, who), id)) as SignupDetail,
    decide: async (name: EndpointName, who: Person, id: string, body: object = {}) =>
      ok(app.call<SignupDetail>(name, { params: { id }, body, token: (await fresh(app, who)).token })),
    /** @returns the code of the refusal */
    not: async (name: EndpointName, who: Person, id: string, body: object = {}) =>
      (await act(app, name, await fresh(app, who), id, { body })).problem.code,
  }
  beforeAll(() => makeDivisions(app))
  beforeEach(async () => {
    app.clock.set(monday)
    await app.database.pool.query(`UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL;
      UPDATE accounts SET phone_hash = NULL, phone_enc = NULL;
      UPDATE tasks SET state = 'cancelled';
      UPDATE cases SET state = 'cancelled', closed_at = now(), waiting_for = 'nobody', lapses_at = NULL WHERE closed_at IS NULL`)
    stage.staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
    stage.township = await makePerson(app, { name: '李镇办', grants: [['supervisor', here.slice(0, 9)]] })
    stage.volunteer = await stage.joining('赵海涛')
  })
  return stage
}
