/** Two thousand small files of one person: as many are taken as may wait, the others get a sentence, and nobody else waits. */
import { beforeAll, expect, test } from 'vitest'
import { mostWaiting } from '../../../bff/contracts/src/files'
import { eventually } from '../../../bff/local/processes'
import { testApp } from '../../support/app'
import { paperKind, photograph, upload, type Uploaded } from '../../support/files'
import { makeDivisions, makePerson } from '../../support/world'

const { kind } = paperKind()
const app = await testApp({}, 'bare', [kind])
beforeAll(() => makeDivisions(app))

const many = 2_000
const atOnce = 100

test('what is too many is refused, and leaves nothing', { timeout: 120_000 }, async () => {
  const [sender, other] = [await makePerson(app), await makePerson(app)]
  const photo = await photograph(4, 4)
  const answers: Uploaded[] = []
  let begun = 0
  const sending = async (): Promise<void> => {
    while (begun++ < many) answers.push(await upload(app, sender, photo))
  }
  // Those of the first second push each other aside; then one after the other, as the app does.
  const crowd = Promise.all(Array.from({ length: atOnce }, sending))
  expect(await eventually(() => Promise.resolve(answers.length > atOnce), 20_000)).toBe(true)
  const beside = await upload(app, other, photo)
  expect(beside.status).toBe(201)
  await crowd
  let last: Uploaded
  do answers.push((last = await upload(app, sender, photo)))
  while (last.status === 201)
  expect(last.problem.code).toBe('files_many')

  const taken = answers.filter(({ status }) => status === 201)
  expect(taken).toHaveLength(mostWaiting)
  const refused = answers.flatMap(({ status, problem }) => (status === 201 ? [] : [problem]))
  expect(refused.map(({ code }) => code).filter((code) => !['files_many', 'busy'].includes(code))).toEqual([])
  for (const { title } of refused) expect(title).toMatch(/。$/)
  const { rows } = await app.database.pool.query<{ state: string; n: number }>(
    'SELECT state, count(*)::int AS n FROM files WHERE account_id = $1 GROUP BY state',
    [sender.accountId],
  )
  expect(rows).toEqual([{ state: 'ready', n: mostWaiting }])
})
