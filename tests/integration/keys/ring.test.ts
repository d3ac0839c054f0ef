/** What can be made anew from nothing is recognised by the ring: PINs and one-day codes across a change of the lookup key. */
import { expect, test } from 'vitest'
import { admit } from '../../../bff/src/keys/checks'
import { readKeys } from '../../../bff/src/keys/read'
import { rotate } from '../../../bff/src/keys/rotation'
import { buildTestApp, type TestApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDoorCode,
  makeDuty,
  makePlaced,
  moveTo,
} from '../../support/care'
import { sayOne } from '../../support/care-day'
import { testDatabase } from '../../support/database'
import { testRedis } from '../../support/redis'
import { enter, makeTablet, putPin } from '../../support/tablet'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'
import { after, before, both } from './rotation-stage'

const [database, redis] = [await testDatabase(), await testRedis()]

/** A process with these keys, its clock in the afternoon, and the people signed in to it. */
async function started(keys: typeof before, ...people: Person[]): Promise<TestApp> {
  const lookupId = await admit(database.url, readKeys(keys))
  const app = await buildTestApp(database, redis.url, keys, { lookupId })
  await moveTo(app, clock('16:40'), ...people)
  return app
}

test('a PIN and a one-day code that were made by the old key open until it leaves the ring', async () => {
  const first = await started(before)
  await makeDivisions(first)
  const staff = await makePerson(first, { name: '社区值班员', grants: [['staff', here]] })
  const programme = await makeCareProgramme(first)
  const session = await makeCareSession(first, programme)
  const carer = await makeCarer(first, '王老师')
  await makeDuty(first, programme, carer)
  const tablet = await makeTablet(first, staff)
  expect((await putPin(first, carer)).status).toBe(200)
  const [child, sibling] = [await makePlaced(first, programme), await makePlaced(first, programme)]
  const about = ({ childId }: { childId: string }) => ({ sessionId: session, childId })
  for (const each of [child, sibling]) await sayOne(first, carer, { kind: 'present', ...about(each) })
  const codes = [await makeDoorCode(first, child.childId), await makeDoorCode(first, sibling.childId)]
  await first.close()

  await rotate({
    databaseUrl: database.url,
    keys: readKeys(both),
    stop: { asked: false },
    say: () => undefined,
  })

  const second = await started(both, carer)
  expect((await enter(second, tablet, carer, '000000')).problem.code).toBe('pin_wrong')
  expect((await enter(second, tablet, carer)).status).toBe(201)
  const handed = (app: TestApp, to: { childId: string }, code = '') =>
    sayOne(app, carer, { kind: 'release', ...about(to), by: { method: 'code', code } })
  expect(await handed(second, child, '000000')).toBe('code_wrong')
  expect(await handed(second, child, codes[0])).toBe('kept')
  await second.close()

  // The control: without the old key nothing is left by which they could be known, and a PIN is set once more.
  const third = await started(after, carer)
  expect((await enter(third, tablet, carer)).problem.code).toBe('pin_wrong')
  expect(await handed(third, sibling, codes[1])).toBe('code_wrong')
  expect((await putPin(third, carer)).status).toBe(200)
  expect((await enter(third, tablet, carer)).status).toBe(201)
  await third.close()
})

test('a transaction holds the key by which it hashes, and is refused by any other', async () => {
  const hold = async (id: string): Promise<string> => {
    const client = await database.pool.connect()
    try {
      await client.query('BEGIN')
      await client.query('SELECT hold_lookup_key($1)', [id])
      return 'held'
    } catch (error) {
      return String((error as { message: string }).message)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }
  expect(await hold('l2')).toBe('held')
  expect(await hold('l1')).not.toBe('held')
  expect(await hold('l3')).not.toBe('held')
})
