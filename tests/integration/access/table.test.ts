import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { catalogue, type EndpointName } from '../../../bff/contracts/src/catalogue'
import { problems } from '../../../bff/contracts/src/problems'
import { testApp } from '../../support/app'
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

const stage = (): Stage => ({
  app,
  cast,
  wechatCode() {
    const code = randomUUID()
    wechat.script(code, { openid: `openid-${code}` })
    return code
  },
})

/** The access token of a column, taken after everything else was made, so that nothing has aged on the way. */
async function tokenOf(column: Column): Promise<string | undefined> {
  if (column === 'anonymous') return undefined
  const person = column === 'expired' || column === 'revoked' || column === 'reused' ? 'party' : column
  const { token, refreshToken } = await signIn(app.deps, cast[person].accountId)
  if (column === 'expired') app.clock.advance(16)
  if (column === 'revoked') await ok(app.call('endSession', { params: { id: 'current' }, token }))
  if (column === 'reused') {
    await ok(refresh(app, refreshToken))
    expect((await refresh(app, refreshToken)).problem.code).toBe('session_revoked')
  }
  return token
}

async function answerOf(name: EndpointName, { ask }: Row, column: Column): Promise<Verdict> {
  const sent = await ask(stage())
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
