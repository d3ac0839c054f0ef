import { beforeAll, expect, test } from 'vitest'
import type { Notice } from '../../../bff/contracts/src/notices'
import { monday, testApp } from '../../support/app'
import { book, deliverAll, ok } from '../../support/story'
import { liftQuota, localTime, makeDivisions, makePerson, makeRoom, signIn, wish } from '../../support/world'

const app = await testApp()

beforeAll(async () => {
  app.clock.set(monday)
  await makeDivisions(app)
  await liftQuota(app)
})

test('all that was seen is read at once; what came after it stays unread', async () => {
  let party = await makePerson(app)
  const told = async (): Promise<void> => {
    await book(app, party, wish(await makeRoom(app, { approval: 'automatic' })))
    await deliverAll(app)
  }
  const inbox = () =>
    ok(app.call<{ notices: Notice[]; unread: number }>('listNotices', { token: party.token }))
  await told()
  const [first] = (await inbox()).notices
  app.clock.set(localTime('2026-11-23', 12))
  party = await signIn(app.deps, party.accountId)
  await told()
  expect((await inbox()).unread).toBe(2)
  const body = { until: first?.at }
  expect(await ok(app.call('readNotices', { body, token: party.token }))).toEqual({ unread: 1 })
  expect((await inbox()).notices.map(({ read }) => read)).toEqual([false, true])
})
