import type { Period } from '@linli/contracts/common'
import type { Room } from '@linli/contracts/rooms'
import { answerWords } from '../answer-words'
import { dayOf } from '../../../shared/time/shanghai'
import { clockSpan, dayWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { bookingsText } from '../text'

interface Props {
  room: Room
  period: Period
  waiting: boolean
  now: number
}

/** When and where, and what follows the press. */
export const WhatFor = ({ room, period, waiting, now }: Props) => (
  <Card>
    <Box as="h2" className="title">
      {`${dayWords(dayOf(period.startsAt), now)} ${clockSpan(period.startsAt, period.endsAt)}`}
    </Box>
    <Box>{`${room.name} · ${room.facilityName}`}</Box>
    <Box className="muted">{waiting ? bookingsText.wait.next : answerWords(room, period.startsAt, now)}</Box>
  </Card>
)
