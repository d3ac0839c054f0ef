import './what-for.css'
import type { Period } from '@linli/contracts/common'
import type { Room } from '@linli/contracts/rooms'
import { answerWords } from '../../../shared/slots/answer-words'
import { dayOf } from '../../../shared/time/shanghai'
import { clockSpan, dayWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Picture } from '../../../shared/ui/picture'
import { bookingsText } from '../text'

interface Props {
  room: Room
  period: Period
  waiting: boolean
  now: number
}

/** The room to the eye; when, where and for how much, and what follows the press. */
export const WhatFor = ({ room, period, waiting, now }: Props) => (
  <Box as="section" className="what-for">
    <Picture of={room.kind} shape="band" eager />
    <Box className="what-for__words">
      <Box as="h2" className="title">
        {`${dayWords(dayOf(period.startsAt), now)} ${clockSpan(period.startsAt, period.endsAt)}`}
      </Box>
      <Box className="strong">{room.name}</Box>
      <Box>
        {`${room.facilityName}${room.floor === null ? '' : ` ${room.floor}`} · ${room.price ?? bookingsText.free}`}
      </Box>
      <Box className="muted">
        {waiting ? bookingsText.wait.next : answerWords(room, period.startsAt, now)}
      </Box>
    </Box>
  </Box>
)
