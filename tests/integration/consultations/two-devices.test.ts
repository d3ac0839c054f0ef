/** One person with two telephones, and an adviser, write into one thread at once: every line is there once, in one order. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { ask, threadOf } from '../../support/consultations'
import { photograph, upload } from '../../support/files'
import { untilAnswered } from '../../support/retrying'
import { act } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp()
let [one, other, adviser] = [{} as Person, {} as Person, {} as Person]
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
})
beforeEach(async () => {
  one = await makePerson(app, { name: '李秀英' })
  other = await signIn(app.deps, one.accountId)
  id = (await ask(app, one)).id
})

const add = (who: Person, n: number, files: string[] = []) =>
  untilAnswered(() =>
    act(app, 'addToConsultation', who, id, { body: { words: `第${n}句`, files }, key: `line-number-${n}` }),
  )
const answer = (n: number) =>
  untilAnswered(() =>
    act(app, 'answerConsultation', adviser, id, {
      body: { as: 'answer', words: `答${n}`, files: [] },
      key: `answer-number-${n}`,
    }),
  )

test('each line once, each with its number, also where a tap comes twice', async () => {
  const answers = values(
    await together(16, (n) => (n % 4 === 3 ? answer(n) : add(n % 2 ? one : other, Math.floor(n / 2)))),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(16).fill(200))
  for (const reader of [one, other, adviser]) {
    const { lines } = await threadOf(app, reader, id)
    expect(lines.map(({ n }) => n)).toEqual(lines.map((_, at) => at + 1))
    const said = lines.slice(1).map(({ words }) => words)
    expect([...said].sort()).toEqual([...new Set(said)].sort())
    expect(said.filter((words) => words?.startsWith('答'))).toHaveLength(4)
    // Of which 0, 2, 4 and 6 came from both telephones.
    expect(said.filter((words) => words?.startsWith('第')).sort()).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `第${n}句`),
    )
  }
})

test('one picture goes with one line, whichever telephone sends it', async () => {
  const { body } = await upload(app, one, await photograph(), { purpose: 'consultation' })
  const answers = values(await together(2, (n) => add(n ? one : other, n, [body.id])))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('file_gone')
  const { lines } = await threadOf(app, one, id)
  expect(lines.flatMap(({ files }) => files.map((file) => file.id))).toEqual([body.id])
  expect(lines).toHaveLength(2)
})

test('what one telephone has read is read, also where the other says less afterwards', async () => {
  await add(one, 1)
  await answer(1)
  const read = (who: Person, upTo: number) =>
    app.call('markThreadRead', { params: { id }, body: { upTo }, token: who.token })
  await together(8, (n) => read(n % 2 ? one : other, (n % 3) + 1))
  await read(other, 1)
  expect((await threadOf(app, other, id)).readUpTo.party).toBe(3)
})
