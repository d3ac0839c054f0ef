import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { asRows } from '../../../bff/src/platform/rows'

const row = z.strictObject({ id: z.string(), at: z.nullable(z.date()) })

test('in tests a row is what its statement says, nulls and columns nobody named included', () => {
  const rows = [{ id: 'a', at: null }]
  expect(asRows(row, rows)).toEqual(rows)
  expect(() => asRows(row, [{ id: null, at: null }])).toThrow('0.id')
  expect(() => asRows(row, [{ id: 'a', at: '2026-11-29' }])).toThrow('0.at')
  expect(() => asRows(row, [{ id: 'a' }])).toThrow('0.at')
  expect(() => asRows(row, [{ id: 'a', at: null, name: '李' }])).toThrow('name')
})
