/** Whoever leaves takes their words with them, and nobody works on for somebody who is not there. */
import { beforeAll, expect, test } from 'vitest'
import { endAbandoned } from '../../../bff/src/modules/consultations/jobs'
import { finishLeaving } from '../../../bff/src/modules/leaving/leave'
import { leavePorts } from '../../../bff/src/lines'
import { testApp } from '../../support/app'
import { ask, fresh } from '../../support/consultations'
import { leave } from '../../support/leaving'
import { act, ok } from '../../support/story'
import { here, makeDivisions, makePerson } from '../../support/world'

const app = await testApp()
beforeAll(() => makeDivisions(app))

test('what its person wrote is gone, the case ends, and its adviser reads nothing of it', async () => {
  const party = await makePerson(app, { name: '李秀英', phone: '13887000101' })
  const adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  const { id } = await ask(app, party, { opposite: '张老板' })
  await ok(
    act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: '可以。', files: [] } }),
  )
  await ok(leave(app, await fresh(app, party)))
  expect(await endAbandoned(app.deps)).toBe(0)
  app.clock.advance(4 * 24 * 60)
  await finishLeaving(app.deps, leavePorts)
  expect(await endAbandoned(app.deps)).toBe(1)
  expect(await endAbandoned(app.deps)).toBe(0)
  const { rows } = await app.database.pool.query<{ state: string; intake: unknown; opposite: unknown }>(
    `SELECT c.state, o.intake_sealed AS intake, o.opposite_hash AS opposite
     FROM cases c JOIN consultations o ON o.case_id = c.id WHERE c.id = $1`,
    [id],
  )
  expect(rows).toEqual([{ state: 'cancelled', intake: null, opposite: null }])
  expect((await app.database.pool.query('SELECT FROM case_keys')).rowCount).toBe(0)
  const read = await app.call('readThread', { params: { id }, token: (await fresh(app, adviser)).token })
  expect(read.status).toBe(404)
})
