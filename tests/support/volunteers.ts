/** Volunteers as tests begin them, and who is there: somebody who registers, and staff of the community and of the township. */
import { beforeAll, beforeEach } from 'vitest'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import type { VolunteerDetail } from '../../bff/contracts/src/volunteer-case'
import { volunteerRulesVersion } from '../../bff/contracts/src/volunteer-rules'
import type { AskedVolunteer } from '../../bff/contracts/src/volunteers'
import { monday, type TestApp } from './app'
import { fresh, toldTo } from './consultations'
import { act, caseOf, ok } from './story'
import { here, makeDivisions, makePerson, type Person } from './world'

export const registration = (wish: Partial<AskedVolunteer> = {}): AskedVolunteer => ({
  community: here,
  childId: null,
  skills: ['company', 'medical'],
  times: ['wed_afternoon', 'sat_morning'],
  reach: 'township',
  rulesVersion: volunteerRulesVersion,
  ...wish,
})

export const register = (
  app: TestApp,
  { token }: Pick<Person, 'token'>,
  wish: Partial<AskedVolunteer> = {},
): Promise<VolunteerDetail> =>
  ok(app.call<VolunteerDetail>('registerVolunteer', { body: registration(wish), token }))

/** Somebody whom staff have verified. @returns of the registration */
export async function makeVolunteer(
  app: TestApp,
  person: Person,
  staff: Person,
  wish: Partial<AskedVolunteer> = {},
): Promise<string> {
  const { id } = await register(app, await fresh(app, person), wish)
  await ok(act(app, 'verifyVolunteer', await fresh(app, staff), id))
  return id
}

/** People, new for each test, and what they do. */
export function volunteerStage(app: TestApp) {
  const stage = {
    party: {} as Person,
    staff: {} as Person,
    township: {} as Person,
    seenBy: async (who: Person, id: string) =>
      (await caseOf(app, await fresh(app, who), id)) as VolunteerDetail,
    decide: async (name: EndpointName, who: Person, id: string, body: object = {}) =>
      ok(act(app, name, await fresh(app, who), id, { body })),
    refused: async (name: EndpointName, who: Person, id: string, body: object = {}) =>
      (await act(app, name, await fresh(app, who), id, { body })).problem.code,
    heardBy: (who: Person) => toldTo(app, who),
    verified: (wish: Partial<AskedVolunteer> = {}) => makeVolunteer(app, stage.party, stage.staff, wish),
  }
  beforeAll(() => makeDivisions(app))
  beforeEach(async () => {
    app.clock.set(monday)
    await app.database.pool.query(`UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL;
      UPDATE accounts SET phone_hash = NULL, phone_enc = NULL;
      UPDATE cases SET state = 'cancelled', closed_at = now(), waiting_for = 'nobody' WHERE closed_at IS NULL`)
    stage.party = await makePerson(app, { name: '赵海涛', phone: '13900000001' })
    stage.staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
    stage.township = await makePerson(app, { name: '李镇办', grants: [['staff', here.slice(0, 9)]] })
  })
  return stage
}
