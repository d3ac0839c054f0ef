/** Of a plan with fields that cannot be read, whatever is said of the others is true. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableFaults } from '../../../bff/src/modules/programmes/plan/readable-faults'
import { plan } from '../../support/programmes'

const now = new Date('2026-11-23T02:00:00Z')
const said = (sent: unknown): string[] =>
  readableFaults(sent, 40, now).map(({ path, code }) => `${path} ${code}`)

const fields = Object.keys(plan())
const broken = fc.subarray(fields, { minLength: 1 })
const without = (sent: object, lost: readonly string[]) => ({
  ...sent,
  ...Object.fromEntries(lost.map((field) => [field, { not: 'this' }])),
})

test('a good plan of which some fields are broken has no fault between the others', () => {
  fc.assert(
    fc.property(broken, (lost) => {
      expect(said(without(plan(), lost))).toEqual([])
    }),
  )
})

test('a wrong plan of which some fields are broken has no fault that it had not when it was whole', () => {
  const wrong = plan({
    endsOn: '2026-11-01',
    opensAt: '2026-11-22T01:00:00.000Z',
    closesAt: '2026-11-21T01:00:00.000Z',
    capacity: 300,
    classes: 1,
    ages: { min: 9, max: 6 },
    grades: { min: 3, max: 1 },
  })
  const whole = said(wrong)
  expect(whole.length).toBeGreaterThan(5)
  fc.assert(
    fc.property(broken, (lost) => {
      expect(whole).toEqual(expect.arrayContaining(said(without(wrong, lost))))
    }),
  )
  expect(said(without(wrong, ['name']))).toEqual(whole)
})

test.each([null, undefined, 3, 'x', [], {}])('of %j nothing is said', (sent) => {
  expect(said(sent)).toEqual([])
})
