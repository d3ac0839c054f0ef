/** Whatever somebody called a task, it is printed: the letters that the font has, and a mark in the place of all others. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fontFor, mark, printable } from '../../../bff/src/platform/print-font'

test('what the font lacks is one mark for each sign, and what nobody sees is left out', async () => {
  const said = ['陪老人聊天 A1，。', '包饺子👨‍👩‍👧好', '赵\u{2a6d6}', 'a\u202eb\u0000c\ufe0f\nd\ud83d']
  const printed = await Promise.all(said.map(async (text) => (await printable(text, [400, 700])).text))
  expect(printed).toEqual(['陪老人聊天 A1，。', `包饺子${mark}好`, `赵${mark}`, `abc d${mark}`])
})

test('nothing of any plane of Unicode is refused', async () => {
  const planes = [...Array(17).keys()]
  const ofPlane = (plane: number) =>
    fc
      .integer({ min: plane * 0x10000, max: plane * 0x10000 + 0xffff })
      .map((code) => String.fromCodePoint(code))
  // Letters of every day lie in slices that take long to open: of the first plane, what begins before them.
  const texts = fc.tuple(
    ...planes.map((plane) =>
      plane === 0 ? fc.integer({ min: 0, max: 0x2fff }).map((c) => String.fromCodePoint(c)) : ofPlane(plane),
    ),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (letters) => {
      const { text } = await printable(letters.join(''), [400])
      const font = await fontFor(text, 400)
      expect(font.length).toBeGreaterThan(0)
    }),
    { numRuns: 40 },
  )
})
