/** What the card 接下来 says. */
import type { CaseSummary } from '@linli/contracts/cases'
import { expect, test } from 'vitest'
import { isSaid, missingToday } from '../../../miniapp/src/features/home/missing'
import { faceOf } from '../../../miniapp/src/shared/cases/faces'
import { booking, childId, detail, enrolment, followUp, id, now } from './made-case'

const home = (one: CaseSummary, at = now) => faceOf(one).home(one, at)

test('of a room: when, which and where', () => {
  expect(home(booking)).toMatchObject({
    when: '今天 14:00–16:00',
    what: '三楼多功能厅',
    where: '东兴社区 · 党群服务中心三楼',
    tagged: true,
  })
})

test('of a room, for older eyes: in one sentence, with who opens the door once that is known', () => {
  expect(home(booking).asks).toBe(true)
  expect(home(booking).spoken(null)).toBe('今天下午 2 点，在三楼多功能厅。')
  const keeper = { name: '老周', phone: '13800000000' }
  const facts = {
    ...booking.facts,
    note: null,
    door: null,
    bring: null,
    position: null,
    bufferMinutes: 0,
    address: '',
    keeper,
    alternativeRoomId: null,
    before: null,
    replaces: null,
    wished: null,
  }
  const known = { ...booking, ...detail, timeline: [], can: [], facts }
  expect(home(booking).spoken(known)).toBe('今天下午 2 点，在三楼多功能厅，老周开门。')
  expect(home({ ...booking, state: 'pending' }).asks).toBe(false)
})

test('of what was put right after a bad grade: that its rater is asked, and about what', () => {
  const asked = { ...followUp, state: 'verdict', waitingFor: 'party' } as const
  expect(home(asked)).toMatchObject({
    when: '整改好了，等您看看满不满意',
    what: '您对三楼多功能厅的评价',
    where: '东兴社区',
    tagged: false,
  })
})

test('of care that has begun: that it has, and the way to the child’s day', () => {
  expect(home(enrolment).when).toBe('今天的托管已经开始')
  expect(home(enrolment).spoken(null)).toContain('今天的托管已经开始')
  expect(home(enrolment).to).toContain(childId)
  expect(home(enrolment, now - 60_000).when).toBe('今天 10:12')
  expect(home(enrolment, now - 60_000).spoken(null)).not.toContain('·')
  expect(home(enrolment, now - 60_000).to).toContain(id)
  expect(home({ ...enrolment, state: 'waiting' }).to).toContain(id)
})

test('of a room about which staff asked: that its person has to answer, as loud as in the list and on its page', () => {
  const asked = { ...booking, state: 'pending', waitingFor: 'party' } as const
  const face = faceOf(asked)
  expect([face.state(asked, now, 'party'), face.state(asked, now, 'staff'), face.tone(asked)]).toEqual([
    '请您补充',
    '等居民补充',
    'bad',
  ])
  const answered = { ...asked, waitingFor: 'staff' } as const
  expect([face.state(answered, now, 'party'), face.tone(answered)]).toEqual(['等待社区确认', 'wait'])
  // Too late to be answered: nothing is asked for any more.
  expect(face.state(asked, Date.parse(asked.startsAt), 'party')).toBe('等待社区确认')
})

test('a child is missing today, and not of an answer that a device kept from another day', () => {
  const one = { childId, nickname: '小雨', startsAt: new Date(now).toISOString(), phone: null }
  expect(missingToday([one], now + 60 * 60_000)).toEqual([one])
  expect(isSaid(missingToday([one], now), childId)).toBe(true)
  const tomorrow = now + 24 * 60 * 60_000
  expect(missingToday([one], tomorrow)).toEqual([])
  expect(isSaid(missingToday([one], tomorrow), childId)).toBe(false)
  expect(missingToday(undefined, now)).toEqual([])
})
