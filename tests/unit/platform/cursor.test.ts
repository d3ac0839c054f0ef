import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cursor } from '../../../bff/contracts/src/common'
import {
  readCursor,
  readPlace,
  readTurn,
  writeCursor,
  writePlace,
  writeTurn,
} from '../../../bff/src/platform/cursor'
import { Problem } from '../../../bff/src/platform/problem'

const id = '0198f0aa-0000-7000-8000-000000000001'
const at = '2026-11-23T02:12:00.000Z'
const refused = (read: () => unknown): void => {
  expect(read).toThrow(
    expect.objectContaining({
      code: 'invalid_request',
      faults: [expect.objectContaining({ path: 'query.cursor', code: 'invalid_format' })],
    }),
  )
  expect(read).toThrow(Problem)
}

test('no cursor is the beginning', () => {
  expect(readCursor(undefined, ['number'])).toBeUndefined()
  expect(readPlace(undefined)).toBeUndefined()
  expect(writePlace(undefined)).toBeNull()
  expect([readTurn(undefined), writeTurn(undefined)]).toEqual([undefined, null])
})

test('a place comes back as it was written, and the contract lets it through', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1 - 2 ** 31, max: 2 ** 31 - 1 }), (uuid, number) => {
      const written = writeCursor([number, uuid, at, '532301101001'])
      expect(readCursor(written, ['number', 'uuid', 'instant', 'string'])).toEqual([
        number,
        uuid,
        at,
        '532301101001',
      ])
      expect(cursor.safeParse(written).success).toBe(true)
    }),
  )
  const place = { at: new Date(at), id }
  expect(readPlace(writePlace(place) ?? '')).toEqual(place)
  const turn = { ...place, begins: new Date(0) }
  expect(readTurn(writeTurn(turn) ?? '')).toEqual(turn)
})

describe('what is not ours is refused', () => {
  test('whatever anybody sends', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map((j) => Buffer.from(j).toString('base64url')),
        ),
        (text) => {
          refused(() => readPlace(text))
        },
      ),
    )
  })

  test.each([
    ['not JSON', Buffer.from('{').toString('base64url')],
    ['an object', Buffer.from('{"0":1}').toString('base64url')],
    ['null', Buffer.from('null').toString('base64url')],
    ['too short', writeCursor([at])],
    ['too long', writeCursor([at, id, 1])],
    ['the other way round', writeCursor([id, at])],
    ['an id that is none', writeCursor([at, 'x'])],
    ['an instant without zone', writeCursor(['2026-11-23T02:12:00', id])],
    ['an instant that never was', writeCursor(['2026-13-45T02:12:00Z', id])],
    ['a day', writeCursor(['2026-11-23', id])],
    ['a number for an instant', writeCursor([1, id])],
  ])('%s', (_, text) => {
    refused(() => readPlace(text))
  })

  test.each([[1.5], [2 ** 31], [-(2 ** 31)], ['1']])('%j is no number', (value) => {
    refused(() => readCursor(writeCursor([value]), ['number']))
  })

  test.each(["'; DROP TABLE", 'x'.repeat(41), 'a\0b', '中'])('%j is no text of ours', (value) => {
    refused(() => readCursor(writeCursor([value]), ['string']))
  })
})
