import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { catalogue, type EndpointName } from '../../../bff/contracts/src/catalogue'
import { problems } from '../../../bff/contracts/src/problems'
import { testApp } from '../../support/app'
import { makeChild } from '../../support/children'
import type { Sent } from '../../support/api'
import { ok, refresh } from '../../support/story'
import { wechatEnv, wechatServer } from '../../support/wechat'
import { liftQuota, makeDivisions, signIn } from '../../support/world'
import { type Column, columns, type Row, type Verdict } from './cells'
import { rows } from './rows'
import { type Cast, makeCast, rewind, type Stage } from './stage'

const wechat = await wechatServer()
const app = await testApp(wechatEnv(wechat.base))
let cast: Cast

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  cast = await makeCast(app)
})
beforeEach(() => rewind(app))

type Asking = Column | 'unit'
const personOf = (column: Asking): keyof Cast =>
  column === 'unit' ||
  column === 'party' ||
  column === 'other' ||
  column === 'staff' ||
  column === 'elsewhere' ||
  column === 'supervisor'
    ? column
    : 'party'

const stage = (column: Asking): Stage => ({
  app,
  cast,
  wechatCode() {
    const code = randomUUID()
    wechat.script(code, { openid: `openid-${code}` })
    return code
  },
  async freshChild() {
    const person = await signIn(app.deps, cast[personOf(column)].accountId)
    await app.database.pool.query('UPDATE guardians SET ended_at = now() WHERE account_id = $1', [
      person.accountId,
    ])
    return (await makeChild(app, person)).id
  },
})

/** The access token of a column, taken after everything else was made, so that nothing has aged on the way. */
async function tokenOf(column: Asking): Promise<string | undefined> {
  if (column === 'anonymous') return undefined
  const { token, refreshToken } = await signIn(app.deps, cast[personOf(column)].accountId)
  if (column === 'expired') app.clock.advance(16)
  if (column === 'revoked') await ok(app.call('endSession', { params: { id: 'current' }, token }))
  if (column === 'reused') {
    await ok(refresh(app, refreshToken))
    expect((await refresh(app, refreshToken)).problem.code).toBe('session_revoked')
  }
  return token
}

/** Refused for the token alone: nothing is looked up and nothing changes, so one request serves all of them. */
const atDoor: readonly Verdict[] = ['sign_in_required', 'session_expired', 'session_revoked']
const keptAtDoor = new Map<Row, Sent>()

async function sentBy(row: Row, column: Asking): Promise<Sent> {
  if (column === 'unit') return row.ask(stage(column))
  const isAtDoor = atDoor.includes(row.answers[column])
  const sent = (isAtDoor && keptAtDoor.get(row)) || (await row.ask(stage(column)))
  if (isAtDoor) keptAtDoor.set(row, sent)
  return sent
}

async function answerOf(name: EndpointName, row: Row, column: Asking): Promise<Verdict> {
  const sent = await sentBy(row, column)
  const token = await tokenOf(column)
  const { status, problem, headers } = await app.call(name, { ...sent, ...(token && { token }) })
  if (status < 300) return status as Verdict
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(problem.status).toBe(status)
  expect(problem.title).toBe(problems[problem.code].title)
  return problem.code
}

test('the table has a row for every endpoint of the catalogue, and no other', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(catalogue).sort())
})

describe.each(Object.entries(rows) as [EndpointName, Row][])('%s', (name, row) => {
  test.each(columns)('%s', async (column) => {
    expect(await answerOf(name, row, column)).toBe(row.answers[column])
  })
})

/** Where it is answered otherwise: lists of what it runs, none of which the table makes; and what an account with an office is. */
const asUnit: Partial<Record<EndpointName, Verdict>> = {
  ...{
    listFacilities: 200,
    readBoard: 200,
    readBoardWeek: 200,
    watchBoard: 200,
    listDeskBookings: 200,
    deskList: 200,
  },
  joinByWechat: 'confirm_needed',
  registerVolunteer: 'volunteer_phone_needed',
  issueServiceRecord: 'record_not_verified',
}

describe('a partner unit of the community is anybody to it but for its own hall', () => {
  test.each(Object.entries(rows) as [EndpointName, Row][])('%s', async (name, row) => {
    expect(await answerOf(name, row, 'unit')).toBe(asUnit[name] ?? row.answers.other)
  })
})
