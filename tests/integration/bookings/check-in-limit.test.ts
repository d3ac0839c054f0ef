/** Codes of doors are not tried out: an account has ten tries in ten minutes, whatever it says, and nobody else pays for them. */
import { beforeAll, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { book, ok } from '../../support/story'
import {
  here,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp({ LINLI_RATE_SCALE: '1' })

beforeAll(() => makeDivisions(app))

test('after ten tries there is a wait, also for the right code; who stands beside them checks in', async () => {
  app.clock.set(monday)
  const staff = await makePerson(app, { grants: [['staff', here]] })
  const [guesser, other] = [await makePerson(app), await makePerson(app)]
  const rooms = [
    await makeRoom(app, { approval: 'automatic' }),
    await makeRoom(app, { approval: 'automatic' }),
  ]
  const codes: string[] = []
  for (const id of rooms)
    codes.push(
      (await ok(app.call<{ code: string }>('readDoor', { params: { id }, token: staff.token }))).code,
    )
  await book(app, guesser, wish(rooms[0] ?? ''))
  await book(app, other, wish(rooms[1] ?? ''))
  app.clock.set(localTime('2026-11-25', 14))
  const scan = async (who: Person, code = '') => {
    const { token } = await signIn(app.deps, who.accountId)
    return app.call('checkInAtDoor', { body: { code }, token })
  }
  for (let n = 0; n < 10; n++)
    expect((await scan(guesser, `${String(n)}${(codes[0] ?? '').slice(1)}`)).problem.code).not.toBe(
      'too_many_requests',
    )
  const late = await scan(guesser, codes[0])
  expect([late.problem.code, Number(late.headers.get('retry-after')) > 0]).toEqual([
    'too_many_requests',
    true,
  ])
  expect((await scan(other, codes[1])).status).toBe(200)
})
