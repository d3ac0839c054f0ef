/** Needs as tests begin them, and who is there: somebody who asks, and staff of the community and of the township. */
import { beforeAll, beforeEach } from 'vitest'
import type { NeedDetail } from '../../bff/contracts/src/need-case'
import type { AskedNeed } from '../../bff/contracts/src/needs'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import { monday, type TestApp } from './app'
import { fresh, toldTo } from './consultations'
import { act, caseOf, ok } from './story'
import { here, localTime, makeDivisions, makePerson, type Person } from './world'

export const wantedHelp = (wish: Partial<AskedNeed> = {}): AskedNeed => ({
  community: here,
  help: 'meal',
  wish: '老伴住院，中午想请人送一顿饭',
  place: '北门小区 3 栋 402',
  day: null,
  part: 'any',
  ...wish,
})

export const askForHelp = (
  app: TestApp,
  { token }: Pick<Person, 'token'>,
  wish: Partial<AskedNeed> = {},
): Promise<NeedDetail> => ok(app.call<NeedDetail>('requestNeed', { body: wantedHelp(wish), token }))

/** Wednesday 25 November 2026, from two to three. */
export const coming = (from = 14, day = '2026-11-25', to = from + 1) => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
  helper: '志愿者小赵',
})

export const arrange = (app: TestApp, staff: Pick<Person, 'token'>, id: string, body = coming()) =>
  act(app, 'arrangeNeed', staff, id, { body })

/** People, new for each test, and what they do. */
export function needStage(app: TestApp) {
  const stage = {
    party: {} as Person,
    staff: {} as Person,
    township: {} as Person,
    seenBy: async (who: Person, id: string) => (await caseOf(app, await fresh(app, who), id)) as NeedDetail,
    decide: async (name: EndpointName, who: Person, id: string, body: object = {}) =>
      ok(act(app, name, await fresh(app, who), id, { body })),
    /** But for the reminder, which waits for its evening. */
    heardBy: async (who: Person) => (await toldTo(app, who)).filter((kind) => kind !== 'need_soon'),
  }
  beforeAll(() => makeDivisions(app))
  beforeEach(async () => {
    app.clock.set(monday)
    // What earlier tests left is over, and nobody holds an office.
    await app.database.pool.query(`UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL;
      UPDATE accounts SET phone_hash = NULL, phone_enc = NULL;
      UPDATE cases SET state = 'cancelled', closed_at = now(), waiting_for = 'nobody', lapses_at = NULL WHERE closed_at IS NULL`)
    stage.party = await makePerson(app, { name: '李秀英', phone: '13900000001' })
    stage.staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
    stage.township = await makePerson(app, { name: '李镇办', grants: [['staff', here.slice(0, 9)]] })
  })
  return stage
}
