/** Pictures go with a line, and are looked at by the two who read it. */
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { ask, question, threadOf } from '../../support/consultations'
import { photograph, upload } from '../../support/files'
import { act, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let party: Person
let adviser: Person
let staff: Person
beforeAll(async () => {
  await makeDivisions(app)
  party = await makePerson(app, { name: '李秀英' })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
})

const picture = async (who: Person): Promise<string> =>
  (await upload(app, who, await photograph(), { purpose: 'consultation' })).body.id
const linkOf = (id: string, { token }: Person) =>
  app.call<{ path: string }>('giveFileLink', { params: { id }, token })
const look = async (path: string): Promise<number> => (await fetch(`${app.base}${path}?page=1`)).status

test('a picture comes with the question and with the answer, for the two alone, and ends with the office', async () => {
  const contract = await picture(party)
  const { id } = await ask(app, party, { files: [contract] })
  const form = await picture(adviser)
  const answer = { as: 'answer', words: '请看这张表。', files: [form] }
  await ok(act(app, 'answerConsultation', adviser, id, { body: answer }))
  const { lines } = await threadOf(app, adviser, id)
  expect(lines.map(({ files }) => files)).toEqual([[{ id: contract, pages: 1 }], [{ id: form, pages: 1 }]])
  const given: string[] = []
  for (const file of [contract, form]) {
    for (const who of [party, adviser]) {
      const { path } = await ok(linkOf(file, who))
      expect(await look(path)).toBe(200)
      if (who === adviser) given.push(path)
    }
    expect((await linkOf(file, staff)).status).toBe(404)
  }
  await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [
    adviser.accountId,
  ])
  for (const path of given) expect(await look(path)).toBe(404)
  expect((await linkOf(contract, adviser)).status).toBe(404)
})

test('pages are read in the order in which they were chosen', async () => {
  const chosen = [await picture(party), await picture(party), await picture(party), await picture(party)]
  chosen.sort().reverse()
  const { id } = await ask(app, party, { files: chosen })
  expect((await threadOf(app, party, id)).lines[0]?.files.map((file) => file.id)).toEqual(chosen)
})

test('a picture is sent once, by whoever handed it in, and nothing is kept of what is refused', async () => {
  const [mine, theirs] = [await picture(party), await picture(staff)]
  const before = await app.database.pool.query('SELECT FROM consultations')
  const stranger = await app.call('requestConsultation', {
    body: question({ files: [theirs] }),
    token: party.token,
  })
  expect(stranger.problem).toMatchObject({ code: 'file_gone' })
  expect((await app.database.pool.query('SELECT FROM consultations')).rowCount).toBe(before.rowCount)
  const { id } = await ask(app, party, { files: [mine] })
  const again = await act(app, 'addToConsultation', party, id, { body: { words: '再发一次', files: [mine] } })
  expect(again.problem).toMatchObject({ code: 'file_gone' })
})
