/** What is sealed for a case opens there alone, through a change of keys, and nowhere once its key was destroyed. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { resealAll } from '../../../bff/src/keys/reseal'
import {
  type CaseKey,
  createCaseKey,
  destroyCaseKeys,
  openCaseKey,
  openCaseKeys,
} from '../../../bff/src/modules/case-keys/service'
import { createFieldCipher } from '../../../bff/src/platform/crypto'
import { testApp } from '../../support/app'
import { makeCaseRow } from '../../support/case-rows'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { deps, database } = app
let resident: Person
beforeAll(async () => {
  await makeDivisions(app)
  resident = await makePerson(app)
})

const made = async (): Promise<{ caseId: string; key: CaseKey }> => {
  const caseId = await makeCaseRow(app, resident)
  return { caseId, key: await deps.db.transaction((tx) => createCaseKey(deps, tx, caseId)) }
}
const opened = (caseId: string) => openCaseKey(deps, deps.db.statement, caseId)

const [place, words] = ['legal_lines.text_sealed', '我想问一下欠薪的事'] as const

test('it opens in its place, its row and its case, and nowhere else', async () => {
  const [{ caseId, key }, other, row] = [await made(), await made(), randomUUID()]
  const sealed = key.seal(place, row, words)
  expect(sealed).toMatch(/^c1\.[\w-]+\.[\w-]+$/)
  expect((await opened(caseId))?.open(place, row, sealed)).toBe(words)
  expect(key.seal(place, row, words)).not.toBe(sealed)
  const wrong = [
    () => key.open('legal_lines.other_sealed', row, sealed),
    () => key.open(place, randomUUID(), sealed),
    () => other.key.open(place, row, sealed),
    () => key.open(place, row, `${sealed}.`),
    () => key.open(place, row, sealed.replace('c1.', 'c2.')),
    () => key.open(place, row, sealed.slice(0, -2)),
    () => key.open(place, 'no row', sealed),
  ]
  for (const each of wrong) expect(each).toThrow()
})

test('a page of cases is opened at once; a second key of a case is refused', async () => {
  const [a, b] = [await made(), await made()]
  const keys = await openCaseKeys(deps, deps.db.statement, [a.caseId, b.caseId, randomUUID()])
  expect([...keys.keys()].sort()).toEqual([a.caseId, b.caseId].sort())
  await expect(deps.db.transaction((tx) => createCaseKey(deps, tx, a.caseId))).rejects.toThrow()
})

test('what was sealed before the ring changed opens after it', async () => {
  const [{ caseId, key }, row] = [await made(), randomUUID()]
  const sealed = key.seal(place, row, words)
  const { fieldKeys, lookupKeys } = deps.config
  const keys = new Map([['k9', Buffer.alloc(32, 9)], ...fieldKeys])
  const client = await database.pool.connect()
  await resealAll(client, createFieldCipher({ keys, lookupKeys }), 'k9', {
    stop: { asked: false },
    records: false,
  })
  client.release()
  const cipher = createFieldCipher({ keys: new Map([...keys].slice(0, 1)), lookupKeys })
  expect((await openCaseKey({ cipher }, deps.db.statement, caseId))?.open(place, row, sealed)).toBe(words)
  await expect(opened(caseId)).rejects.toThrow('unknown key')
})

test('a key that was destroyed opens nothing any more', async () => {
  const { caseId } = await made()
  expect(await deps.db.transaction((tx) => destroyCaseKeys(tx, [caseId, randomUUID()]))).toEqual([caseId])
  expect(await opened(caseId)).toBeUndefined()
  expect(await deps.db.transaction((tx) => destroyCaseKeys(tx, [caseId]))).toEqual([])
})
