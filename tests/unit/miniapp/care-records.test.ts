/** The care day without a network: what is sent, what is shown, and when a record leaves the queue. */
import type { CareChild } from '@linli/contracts/care'
import { expect, test } from 'vitest'
import {
  type CareDay,
  afterOutcomes,
  asRefused,
  asTried,
  childrenShown,
  codeUnderWay,
  counts,
  heldOf,
  markSeen,
  minutesLate,
  mostInBatch,
  nextBatch,
  pickupChoices,
  refusedElsewhere,
  refusedOf,
  shownDay,
  withWritten,
  withoutUntriedCodes,
} from '../../../miniapp/src/features/care/records'
import { at, child, day, queueOf, record, sessionId } from './care-made'

const now = Date.parse(at('12:00'))
const first = (shown: CareDay) => shown.sessions[0]?.children[0] as CareChild
const listed = record('r-listed', { kind: 'release', by: { method: 'listed', personId: 'grandma' } }, '10:02')
const code = record('r-code', { kind: 'release', by: { method: 'code', code: '123456' } }, '10:02')

test('a record is in the queue once, and batches keep the order of the taps', () => {
  const one = record('a', { kind: 'present' })
  expect(queueOf(one, one)).toHaveLength(1)
  const many = Array.from({ length: mostInBatch + 20 }, (_, n) => record(`r${n}`, { kind: 'present' }))
  const batch = nextBatch(queueOf(...many), now)
  expect(batch.map(({ id }) => id)).toEqual(many.slice(0, mostInBatch).map(({ id }) => id))
})

test('a record leaves the queue only by an answer about its own id', () => {
  const queue = queueOf(
    record('a', { kind: 'present' }),
    record('b', { kind: 'absent' }),
    record('c', { kind: 'health', text: '发热' }),
    record('d', { kind: 'present' }),
  )
  const { queue: rest, kept } = afterOutcomes(queue, [
    { id: 'a', outcome: 'kept', refusal: null },
    { id: 'b', outcome: 'kept_before', refusal: null },
    { id: 'c', outcome: 'refused', refusal: 'other_class' },
    { id: 'unknown', outcome: 'kept', refusal: null },
  ])
  expect(kept.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(rest.map(({ record: { id }, refused }) => [id, refused?.refusal ?? null])).toEqual([
    ['c', 'other_class'],
    ['d', null],
  ])
  // What was refused is not sent again, what was not answered is.
  expect(nextBatch(rest, now).map(({ id }) => id)).toEqual(['d'])
})

test('what waits is on the screen at once, in order; the later roll call counts', () => {
  const shown = shownDay(
    day(child('ming')),
    queueOf(
      record('a', { kind: 'present' }, '08:40'),
      record('b', { kind: 'health', text: '37.6 度' }, '08:41'),
      record('c', { kind: 'absent' }, '08:42'),
      record('d', { kind: 'incident', text: '摔了一跤' }, '08:43'),
    ),
  )
  expect(first(shown)).toMatchObject({ mark: 'absent', markedAt: at('08:42') })
  expect(first(shown).healthNotes).toEqual([{ at: at('08:41'), by: '周老师', text: '37.6 度' }])
  expect(first(shown).notes).toEqual([{ kind: 'incident', at: at('08:43'), by: '周老师', text: '摔了一跤' }])
})

test('a roll call made here does not undo a later one made elsewhere', () => {
  const here = queueOf(record('a', { kind: 'absent' }, '08:40'))
  const shown = shownDay(day(child('ming', { mark: 'present', markedAt: at('08:45') })), here)
  expect(first(shown).mark).toBe('present')
})

test('a hand-over without a network shows who, when and by whom; it happens once and no roll call undoes it', () => {
  const again = record('r-2', { kind: 'release', by: { method: 'listed', personId: 'mum' } }, '10:05')
  const shown = shownDay(
    day(child('ming', { mark: 'present', markedAt: at('08:40') })),
    queueOf(listed, again, record('late', { kind: 'absent' }, '10:09')),
  )
  expect(first(shown)).toMatchObject({
    mark: 'released',
    release: { recordId: 'r-listed', at: at('10:02'), person: '王奶奶', method: 'listed', by: '周老师' },
  })
})

test('a refused hand-over is not shown as one, and stands at its child until it is acknowledged', () => {
  const queue = asRefused(queueOf(listed), 'r-listed', {
    refusal: 'person_not_valid_today',
    sentence: null,
  })
  const shown = shownDay(day(child('ming', { mark: 'present' })), queue)
  expect(first(shown)).toMatchObject({ mark: 'present', release: null })
  expect(refusedOf(queue, 'ming', sessionId)).toHaveLength(1)
  expect(refusedElsewhere(shown, queue)).toEqual([])
  expect(refusedElsewhere(day(), queue)).toHaveLength(1)
  expect(refusedElsewhere(null, queue)).toHaveLength(1)
})

test('a code releases nobody before the service has said that it is right', () => {
  const today = day(child('ming', { mark: 'present' }))
  const queue = queueOf(code)
  expect(first(shownDay(today, queue)).release).toBeNull()
  expect(codeUnderWay(queue, 'ming', sessionId)).toBe(true)
  expect(first(withWritten(today, code, true)).release).toMatchObject({ person: '张阿姨', method: 'code' })
})

test('a code is not kept for later, unless it may have arrived', () => {
  const queue = queueOf(record('a', { kind: 'present' }), code)
  expect(withoutUntriedCodes(queue).map((one) => one.record.id)).toEqual(['a'])
  expect(withoutUntriedCodes(asTried(queue, ['r-code']))).toHaveLength(2)
})

test('records of another session or child change nothing here', () => {
  const today = day(child('ming'))
  const other = { ...record('a', { kind: 'present' }), sessionId: 'yesterday' }
  expect(shownDay(today, queueOf(other, record('b', { kind: 'present' }, '08:40', 'hong')))).toEqual(today)
})

test('somebody who must not come leaves no trace in the list', () => {
  const today = day(child('ming', { mark: 'present' }))
  expect(shownDay(today, queueOf(record('a', { kind: 'barred_seen', personId: 'uncle' })))).toEqual(today)
})

test('those who may come stand by name, those who must not after all of them, alike in everything shown', () => {
  const people = pickupChoices(child('ming'))
  expect(people.map(({ name }) => name)).toEqual(['李妈妈', '王奶奶', '某叔叔'])
  expect(people.every(({ relation }) => relation !== undefined)).toBe(true)
  expect(people.filter(({ barredAs }) => barredAs !== null).map(({ id }) => id)).toEqual(['uncle'])
})

test('an absence waits a moment on the device, in which it can be taken back; nothing else waits', () => {
  const queue = queueOf(record('a', { kind: 'absent' }), record('b', { kind: 'present' }, '08:40', 'hong'))
  const tapped = Date.parse(at('08:40'))
  expect(nextBatch(queue, tapped).map(({ id }) => id)).toEqual(['b'])
  expect(heldOf(queue, { childId: 'ming', sessionId }, tapped + 9_999)?.record.id).toBe('a')
  expect(heldOf(queue, { childId: 'hong', sessionId }, tapped)).toBeUndefined()
  expect(nextBatch(queue, tapped + 10_000).map(({ id }) => id)).toEqual(['a', 'b'])
  // A clock that was turned back makes nobody wait for ever, and what may have arrived is not held.
  expect(nextBatch(queue, tapped - 3_600_000)).toHaveLength(2)
  expect(heldOf(asTried(queue, ['a']), { childId: 'ming', sessionId }, tapped)).toBeUndefined()
})

test('a mark names the one that was in sight, of this device too, and one that decides ends the difference', () => {
  const marks = [
    { kind: 'present' as const, by: '王老师', at: at('08:35') },
    { kind: 'absent' as const, by: '周老师', at: at('08:36') },
  ]
  const seen = day(
    child('ming', { mark: 'absent', markedAt: at('08:36'), markId: 'x', differ: { id: 'x', marks } }),
  )
  expect(markSeen(seen, { childId: 'ming', sessionId })).toBe('x')
  const shown = shownDay(seen, queueOf(record('d', { kind: 'present', decides: 'x' })))
  expect(first(shown)).toMatchObject({ mark: 'present', differ: null, markId: 'd' })
  expect(markSeen(shown, { childId: 'ming', sessionId })).toBe('d')
  expect(first(shownDay(seen, queueOf(record('e', { kind: 'present' })))).differ?.id).toBe('x')
})

test('the list is counted and sorted out by how each child stands', () => {
  const { sessions } = day(
    child('ming', { mark: 'present' }),
    child('hong'),
    child('gang', { mark: 'released' }),
    child('li', { mark: 'absent' }),
  )
  const session = sessions[0] as CareDay['sessions'][number]
  expect(counts(session)).toEqual({ all: 4, expected: 1, present: 1, absent: 1, released: 1 })
  expect(childrenShown(session, 'expected').map((one) => one.childId)).toEqual(['hong'])
  expect(childrenShown(session, 'all')).toHaveLength(4)
})

test('a child that is still here after the end says since when', () => {
  const ends = { endsAt: at('10:00') }
  const late = Date.parse(at('10:16'))
  expect(minutesLate(child('ming', { mark: 'present' }), ends, late)).toBe(16)
  expect(minutesLate(child('ming', { mark: 'present' }), ends, Date.parse(at('09:00')))).toBe(0)
  expect(minutesLate(child('ming', { mark: 'released' }), ends, late)).toBe(0)
})

test('a device whose clock is behind believes the service that a child is late', () => {
  const ends = { endsAt: at('10:00') }
  const late = child('ming', { mark: 'present', lateMinutes: 20 })
  expect(minutesLate(late, ends, Date.parse(at('09:00')))).toBe(20)
  expect(minutesLate(late, ends, Date.parse(at('10:25')))).toBe(25)
  expect(minutesLate({ ...late, mark: 'released' }, ends, Date.parse(at('10:25')))).toBe(0)
})
