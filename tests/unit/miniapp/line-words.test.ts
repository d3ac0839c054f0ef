/** What the app says about a case that stands in a line. */
import { expect, test } from 'vitest'
import { type History, historySteps } from '../../../miniapp/src/features/cases/line/words'
import { caseText as ofRooms } from '../../../miniapp/src/features/bookings/case/text'
import { caseText as ofCare } from '../../../miniapp/src/features/programmes/case/text'
import { faceOf } from '../../../miniapp/src/shared/cases/faces'
import { booking, enrolment, id, now } from './made-case'

test('a state is said in words, an offer with its end', () => {
  const held = { state: 'held', lapsesAt: '2026-11-23T08:20:00Z', waitingFor: 'party' } as const
  const place = faceOf(enrolment)
  expect(place.state(held, now, 'party')).toBe('名额为您保留到 今天 16:20')
  expect(faceOf(booking).state(held, now, 'party')).toBe('时段为您保留到 今天 16:20')
  expect(place.state(held, now, 'staff')).toBe('保留到 今天 16:20')
  const state = (one: string) =>
    place.state({ state: one, lapsesAt: null, waitingFor: 'nobody' }, now, 'party')
  expect(state('entered')).toBe('等待摇号')
  expect(state('waiting')).toBe('排队中')
  expect(state('confirmed')).toBe('已有名额')
  expect(state('cancelled')).toBe('已退出')
  expect(state('lapsed')).toBe('没有轮到')
  expect(state('completed')).toBe('已结束')
})

test('why a place moved: points, what happened ahead, and manual moves with reason and both badges', () => {
  const history: History = {
    joinedAt: '2026-11-23T01:00:03Z',
    score: 10,
    groupRule: 'all',
    ahead: { placed: 4, left: 1, priority: 0, moved: 1 },
    moves: [
      {
        id,
        at: '2026-11-23T02:00:00Z',
        from: 5,
        to: 2,
        reason: '孩子家里有急事',
        proposedBy: '王晓',
        approvedBy: '李静',
        mine: false,
      },
    ],
  }
  const said = historySteps(history, ofCare.line, now).map(({ what, when, note }) =>
    [what, when, note].filter((words) => words !== null).join(' / '),
  )
  expect(said).toEqual([
    '您排进了队伍 / 今天 09:00 / 按公布的规则，您有 10 分',
    '前面 4 位得到了名额',
    '前面 1 位自己退出了',
    '1 位经人工调整，排到了您前面',
    '社区把一位从第 5 位调到第 2 位 / 今天 10:00 · 王晓 提出，李静 确认 / 孩子家里有急事',
  ])
  expect(historySteps({ ...history, score: 0 }, ofRooms.line, now)[0]?.note).toBe('按先来后到排，没有优先')
})
