/** What is passed on of a booking: the room and the time, and nothing of whose it is. */
import { expect, test } from 'vitest'
import { bookingState } from '../../../bff/contracts/src/booking-case'
import { shareCardOf } from '../../../miniapp/src/features/bookings/case/share-card'
import { booking, now } from './made-case'

const roomId = '00000000-0000-4000-8000-0000000000f2'
const marks = {
  id: '00000000-0000-4000-8000-0000000000c1',
  number: 'CD-261123-424242',
  note: '给老妈过生日',
  keeper: { name: '李师傅', phone: '13900000001' },
  wishedId: '00000000-0000-4000-8000-0000000000c2',
}
const one = {
  ...booking,
  ...{ id: marks.id, number: marks.number, readAs: 'party' as const, communityPhone: '08781234567' },
  facts: {
    ...booking.facts,
    ...{ roomId, note: marks.note, keeper: marks.keeper, address: '鹿城南路 1 号', door: '东门进' },
    wished: { caseId: marks.wishedId, roomName: 'x', startsAt: booking.startsAt, endsAt: booking.endsAt },
  },
}

test('room, day and time, and the public page of the room on that day', () => {
  expect(shareCardOf(one, now)).toEqual({
    title: '三楼多功能厅，11月23日 周一 14:00–16:00',
    page: `/features/rooms/pages/room?id=${roomId}&day=2026-11-23`,
    text: '11月23日 周一 14:00–16:00，三楼多功能厅（党群服务中心，鹿城南路 1 号）',
  })
})

test('nothing of the person or the matter is in it', () => {
  const said = JSON.stringify(shareCardOf(one, now))
  const own = [marks.id, marks.number, marks.note, marks.keeper.name, marks.keeper.phone, marks.wishedId]
  for (const mark of [...own, '培训', '08781234567']) expect(said).not.toContain(mark)
})

test('only of what is certain, still to come, and one’s own', () => {
  for (const state of bookingState.options)
    expect(shareCardOf({ ...one, state }, now) === null, state).toBe(state !== 'confirmed')
  expect(shareCardOf(one, Date.parse(booking.endsAt))).toBeNull()
  expect(shareCardOf({ ...one, readAs: 'staff' }, now)).toBeNull()
})
