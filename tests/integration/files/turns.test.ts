/** Few pictures are made safe at a time: whoever hands in many slow ones keeps nobody else waiting. */
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { photograph, upload } from '../../support/files'
import { slowPdf } from '../../support/hostile-files'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()

beforeAll(() => makeDivisions(app))

test('one picture does not wait behind the slow ones of somebody else', async () => {
  const [many, one] = [await makePerson(app), await makePerson(app)]
  const [pdf, picture] = [slowPdf(40_000), await photograph()]
  const ended: string[] = []
  const hand = async (who: Person, content: Buffer, name: string): Promise<number> => {
    const { status } = await upload(app, who, content, { purpose: 'consultation' })
    ended.push(name)
    return status
  }
  const slow = Array.from({ length: 3 }, () => hand(many, pdf, 'slow'))
  // By then each of the others is being made safe, or waits.
  await Promise.race(slow)
  expect(await hand(one, picture, 'one')).toBe(201)
  expect(ended).toEqual(['slow', 'one'])
  expect(await Promise.all(slow)).toEqual(Array(3).fill(201))
})
