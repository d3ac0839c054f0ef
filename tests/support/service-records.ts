/** Hours as tests come by them: somebody signs up, comes, goes, and the organiser confirms. */
import type { ServedHours, ServiceRecord } from '../../bff/contracts/src/service-records'
import type { SignupDetail } from '../../bff/contracts/src/signup-case'
import type { NewTask } from '../../bff/contracts/src/tasks'
import { finishSignups } from '../../bff/src/modules/signups/jobs'
import type { TestApp } from './app'
import { fresh } from './consultations'
import { ok } from './story'
import type { taskStage } from './tasks'
import { localTime, type Person } from './world'

export interface Served {
  who: Person
  childId?: string | null
  /** Of the task, which lasts from two to four. */
  on: string
  came?: string
  went?: string
  wish?: Partial<NewTask>
}

export function servedStage(app: TestApp, stage: ReturnType<typeof taskStage>) {
  const asWho = async (who: Person) => (await fresh(app, who)).token
  const own = {
    /** Confirms what coming and going gave. @returns the signup */
    async serve({
      who,
      childId = null,
      on,
      came = '14:00',
      went = '16:00',
      wish = {},
    }: Served): Promise<string> {
      const span = { startsAt: localTime(on, 14), endsAt: localTime(on, 16) }
      const task = await stage.task({ ...span, ...wish })
      const { id } = await ok(
        app.call<SignupDetail>('signUpForTask', {
          params: { id: task.id },
          body: { childId },
          token: await asWho(who),
        }),
      )
      app.clock.set(new Date(task.endsAt))
      const at = (time: string) => new Date(`${on}T${time}:00+08:00`).toISOString()
      const marks = [
        { caseId: id, way: 'in', at: at(came) },
        { caseId: id, way: 'out', at: at(went) },
      ]
      const token = await asWho(stage.staff)
      await ok(app.call('markAttendance', { params: { id: task.id }, body: { marks }, token }))
      await finishSignups(app.deps)
      const { facts } = await stage.seenBy(stage.staff, id)
      await stage.decide('creditHours', stage.staff, id, { halves: facts.proposed ?? 0 })
      return id
    },
    async correct(who: Person, id: string, halves: number): Promise<void> {
      await stage.decide('disputeHours', who, id, { note: '少算了' })
      await stage.decide('creditHours', stage.staff, id, { halves })
    },
    hours: async (who: Person) =>
      (await ok(app.call<{ people: ServedHours[] }>('listMyHours', { token: await asWho(who) }))).people,
    issuing: async (who: Person, body: object = {}) =>
      app.call<ServiceRecord>('issueServiceRecord', {
        body: { childId: null, fromDay: null, toDay: null, ...body },
        token: await asWho(who),
      }),
    issue: async (who: Person, body: object = {}) => ok(own.issuing(who, body)),
    reading: async (who: Person, id: string) =>
      app.call<{ fileName: string; base64: string }>('readServiceRecord', {
        params: { id },
        token: await asWho(who),
      }),
    pdf: async (who: Person, id: string) => Buffer.from((await ok(own.reading(who, id))).base64, 'base64'),
    codeOf: async (id: string) =>
      (
        await app.database.pool.query<{ code: string }>('SELECT code FROM service_records WHERE id = $1', [
          id,
        ])
      ).rows[0]?.code ?? '',
    valid: async (number: string, code: string) =>
      (await ok(app.call<{ valid: boolean }>('verifyServiceRecord', { body: { number, code } }))).valid,
  }
  return own
}
