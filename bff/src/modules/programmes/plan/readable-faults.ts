/** Of a plan in which some fields cannot be read: the faults between those that can, so that all are named at once. */
import type { Fault } from '@linli/contracts/problems'
import { changeProgramme } from '@linli/contracts/programmes'
import { readable } from '../../../platform/readable'
import { firstDay, type Plan, publishFaults } from './rules'

type Field = keyof typeof changeProgramme.body.shape

const sessions: Field[] = ['startsOn', 'endsOn', 'weekly', 'skips']

/** What a fault speaks of, by the field at which it is named, and where one field has several, by its code. */
const speaksOf: Record<string, Field[]> = {
  endsOn: ['startsOn', 'endsOn'],
  skips: ['startsOn', 'endsOn', 'skips'],
  no_session: sessions,
  weekly: ['weekly'],
  closes_before_opens: ['opensAt', 'closesAt'],
  closes_after_first_session: [...sessions, 'closesAt', 'mode'],
  outside: ['refillUntil', 'endsOn'],
  before_closing: ['refillUntil', 'closesAt'],
  opens_in_past: ['opensAt'],
  ages: ['ages'],
  grades: ['grades'],
  ages_or_grades: ['ages', 'grades'],
  capacity: ['capacity', 'classes'],
  priority: ['priority'],
}

export function readableFaults(sent: unknown, classCap: number, now: Date): Fault[] {
  const read = readable(changeProgramme.body.shape, sent)
  const known = new Set(Object.keys(read) as Field[])
  // Where the end of refilling is not said it is the first day, so it is known as far as that is.
  const isKnown = (field: Field): boolean =>
    known.has(field) &&
    (field !== 'refillUntil' || read.refillUntil !== undefined || sessions.every((one) => known.has(one)))
  return publishFaults(neutral(read), classCap, now).filter(({ path, code }) => {
    const [, field = ''] = path.split('.')
    const fields = (field === 'skips' ? speaksOf.skips : speaksOf[code]) ?? speaksOf[field] ?? []
    return fields.every(isKnown)
  })
}

/** Holds what was read, and in place of the rest what no rule speaks against. */
function neutral(read: ReturnType<typeof readable<typeof changeProgramme.body.shape>>): Plan {
  const days = { startsOn: '2000-01-01', endsOn: '2000-01-01', weekly: [], skips: [], ...given(read) }
  return {
    kind: 'term',
    name: '',
    place: '',
    about: null,
    capacity: 0,
    classes: 1,
    mode: read.mode ?? 'first_come',
    ...days,
    ages: read.ages ?? null,
    grades: read.grades ?? null,
    priority: read.priority ?? [],
    opensAt: new Date(read.opensAt ?? 0),
    closesAt: new Date(read.closesAt ?? 0),
    refillUntil: read.refillUntil ?? firstDay(days),
    ...(read.capacity !== undefined && { capacity: read.capacity }),
    ...(read.classes !== undefined && { classes: read.classes }),
  }
}

type Days = Pick<Plan, 'startsOn' | 'endsOn' | 'weekly' | 'skips'>
const given = ({ startsOn, endsOn, weekly, skips }: Partial<Days>): Partial<Days> => ({
  ...(startsOn !== undefined && { startsOn }),
  ...(endsOn !== undefined && { endsOn }),
  ...(weekly !== undefined && { weekly }),
  ...(skips !== undefined && { skips }),
})
