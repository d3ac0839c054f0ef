/** What was said is kept for its term after the end, and then opens nowhere; what is not over is not touched. */
import { beforeAll, expect, test } from 'vitest'
import { openCaseKey } from '../../../bff/src/modules/case-keys/service'
import { forgetConsultations } from '../../../bff/src/modules/consultations/forget'
import { removeObjects } from '../../../bff/src/modules/files/jobs'
import { monday, testApp } from '../../support/app'
import { ask, fresh, threadOf } from '../../support/consultations'
import { photograph, upload } from '../../support/files'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const words = '说过的一句话'
let [party, adviser] = [{} as Person, {} as Person]

beforeAll(async () => {
  await makeDivisions(app)
  party = await makePerson(app, { name: '李秀英' })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
})

async function advised(ends: boolean, files: string[] = []): Promise<string> {
  const { id } = await ask(app, party, { words, opposite: '张老板', files })
  await ok(act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words, files: [] } }))
  if (ends) await ok(act(app, 'closeConsultation', adviser, id))
  return id
}

const left = async (id: string): Promise<unknown> =>
  (
    await pool.query(
      `SELECT (SELECT count(words_sealed) FROM consultation_lines l WHERE l.case_id = o.case_id)::int AS words, intake_sealed IS NOT NULL
         AS intake, opposite_enc IS NOT NULL OR opposite_hash IS NOT NULL AS opposite,
         (SELECT count(*)::int FROM case_keys k WHERE k.case_id = o.case_id) AS keys,
         (SELECT count(*)::int FROM files f WHERE f.case_id = o.case_id) AS files
       FROM consultations o WHERE case_id = $1`,
      [id],
    )
  ).rows[0]

const whole = { words: 2, intake: true, opposite: true, keys: 1, files: 0 }
const nothing = { words: 0, intake: false, opposite: false, keys: 0, files: 0 }

test('three years after its end nothing of it opens, and it stays as number and dates', async () => {
  const picture = (await upload(app, party, await photograph(), { purpose: 'consultation' })).body.id
  const over = await advised(true, [picture])
  const open = await advised(false)
  const askedOn = await advised(true)
  const copies = await pool.query<{ id: string; sealed: string }>(
    'SELECT id, words_sealed AS sealed FROM consultation_lines WHERE case_id = $1',
    [over],
  )
  app.clock.set(new Date(Date.parse(monday) + 1095 * 86_400_000))
  expect(await forgetConsultations(app.deps)).toBe(0)
  app.clock.advance(1)
  // Whoever may still ask on, whatever the settings were, has what was said.
  await pool.query(`UPDATE consultations SET ask_until = $2 WHERE case_id = $1`, [
    askedOn,
    new Date(app.clock.now().getTime() + 60_000),
  ])
  expect(await forgetConsultations(app.deps)).toBe(1)
  expect(await forgetConsultations(app.deps)).toBe(0)
  expect([await left(over), await left(open), await left(askedOn)]).toEqual([nothing, whole, whole])

  // Not from a copy of the words either, nor from one of the picture's.
  expect(await openCaseKey(app.deps, app.deps.db.statement, over)).toBeUndefined()
  const other = await openCaseKey(app.deps, app.deps.db.statement, open)
  expect(copies.rows).toHaveLength(2)
  for (const { id, sealed } of copies.rows)
    expect(() => other?.open('consultation_lines.words_sealed', id, sealed)).toThrow()
  const { rows: jobs } = await pool.query<{ payload: { objectIds: string[] } }>(
    `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'remove_objects'`,
  )
  expect(jobs).not.toEqual([])
  for (const { payload } of jobs) await removeObjects(app.deps, payload.objectIds)
  for (const id of jobs.flatMap(({ payload }) => payload.objectIds))
    await expect(app.deps.files.store.get(id)).rejects.toThrow()

  party = await fresh(app, party)
  expect(await threadOf(app, party, over)).toMatchObject({ intake: null, lines: [] })
  expect(await caseOf(app, party, over)).toMatchObject({ state: 'closed', title: '一件办件' })
  expect((await threadOf(app, party, askedOn)).lines[0]?.words).toBe(words)
  const { rows: proofs } = await pool.query(
    `SELECT tag, cause, fields FROM erasure_proofs WHERE about_id = $1`,
    [party.accountId],
  )
  // Two lines, the intake, the other side's name and one picture.
  expect(proofs).toEqual([{ tag: 'legal', cause: 'retention', fields: 5 }])
})
