import fc from 'fast-check'
import { type PlainRow, zero } from '../../support/figures'

export const communities = ['532301101001', '532301101002', '532301102001', '532329203206']
export const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']
export const services = ['booking', 'enrolment']

const few = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(40) })
const row: fc.Arbitrary<PlainRow> = fc
  .record({
    community: fc.constantFrom(...communities),
    service: fc.constantFrom(...services),
    month: fc.constantFrom(...months),
    rated: few,
    lapsed: few,
    followed: few,
    verdicts: few,
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ part, ...counts }) => {
    const some = (n: number): number => Math.floor(n * part)
    return {
      ...zero(),
      ...counts,
      good: some(counts.rated),
      unprompted: some(counts.rated),
      answered: some(counts.followed),
      rectified: some(counts.followed),
      content: some(counts.verdicts),
    }
  })
/** One row a cell. */
export const cells = fc.uniqueArray(row, {
  selector: ({ community, service, month }) => `${community} ${service} ${month}`,
  maxLength: 40,
})

/** A cell in which so many of so many gave a bad grade. */
export const cell = (
  place: { community?: string; service?: string; month: string },
  bad: number,
  rated: number,
): PlainRow => ({
  ...zero(),
  community: '532301101001',
  service: 'booking',
  ...place,
  rated,
  good: rated - bad,
})
