/** Families in a line for one place, and the staff who may move them. */
import type { LineMove, ProposedMove } from '../../../bff/contracts/src/line'
import type { Answer } from '../../support/api'
import type { TestApp } from '../../support/app'
import { makePlaces, waitForPlaces } from '../../support/line'
import { ok } from '../../support/story'
import { elsewhere, here, makePerson, type Person } from '../../support/world'

export interface Family {
  who: Person
  id: string
}

export async function makeStage(app: TestApp) {
  const programmeId = await makePlaces(app, 1)
  const families: Family[] = []
  let lineId = ''
  for (let n = 0; n < 4; n++) {
    const who = await makePerson(app)
    const made = await waitForPlaces(app, programmeId, { guardian: who.accountId })
    families.push({ who, id: made.caseIds[0] ?? '' })
    lineId = made.lineId
  }
  return {
    programmeId,
    lineId,
    families,
    staff: await makePerson(app, { name: '杨会琼', grants: [['staff', here]] }),
    second: await makePerson(app, { name: '李建国', grants: [['staff', here]] }),
    supervisor: await makePerson(app, { grants: [['supervisor', here.slice(0, 9)]] }),
    stranger: await makePerson(app, { grants: [['staff', elsewhere]] }),
  }
}

export const proposeMove = (
  app: TestApp,
  who: Person,
  id: string,
  to: number,
  key?: string,
): Promise<Answer<ProposedMove>> =>
  app.call<ProposedMove>('proposeMove', {
    params: { id },
    body: { to, reason: '登记时录错了时间' },
    token: who.token,
    ...(key && { key }),
  })

export const decideMove = (
  app: TestApp,
  who: Person,
  id: string,
  approve = true,
  key?: string,
): Promise<Answer<{ moved: boolean }>> =>
  app.call<{ moved: boolean }>('decideMove', {
    params: { id },
    body: { approve },
    token: who.token,
    ...(key && { key }),
  })

export interface History {
  score: number
  ahead: { placed: number; left: number; priority: number; moved: number }
  moves: LineMove[]
}

export const historyOf = (app: TestApp, who: Person, id: string): Promise<History> =>
  ok(app.call<History>('getLineHistory', { params: { id }, token: who.token }))
