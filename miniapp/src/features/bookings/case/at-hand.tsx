import type { BookingDetail } from '@linli/contracts/booking-case'
import { readBookingCalendar } from '@linli/contracts/booking-calendar'
import { calendarText } from '../../../shared/device/calendar-text'
import { useCalendar } from '../../../shared/device/use-calendar'
import { pages } from '../../../shared/navigation/pages'
import { dayOf } from '../../../shared/time/shanghai'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { dial } from '../../../shared/ui/call-button'
import { MapLink } from '../../../shared/ui/map-link'
import { useNow } from '../../../shared/time/use-now'
import { ShareTap } from './share-tap'
import { shareCardOf } from './share-card'
import { caseText } from './text'

interface Props {
  one: BookingDetail
}

const isAhead = ({ state }: BookingDetail) => state === 'pending' || state === 'confirmed'

/** Its person may give it another time now, and has not asked for one. */
const mayMove = ({ can, readAs, facts }: BookingDetail) =>
  readAs === 'party' && can.includes('reschedule') && facts.wished === null
/** Into the calendar goes what is certain. */
const hasEntry = ({ state, readAs }: BookingDetail) => readAs === 'party' && state === 'confirmed'
const hasWay = (one: BookingDetail) => isAhead(one) && one.facts.position !== null

/** Below the perforation of a booking's ticket: who opens the door, the way there, and the way to another time. */
export const atHand = {
  shows: (one: BookingDetail) => one.facts.keeper !== null || hasWay(one) || mayMove(one) || hasEntry(one),
  Shown: ({ one }: Props) => (
    <>
      <Keeper one={one} />
      <Way one={one} />
    </>
  ),
}

/** Who opens the door, and their telephone. */
function Keeper({ one: { facts } }: Props) {
  const { keeper } = facts
  if (keeper === null) return null
  return (
    <Box className="person">
      <Box decorative className="person__sign">
        <Icon name="key" />
      </Box>
      <Box className="person__words">
        <Box className="strong">{caseText.opens(keeper.name)}</Box>
        <Box className="muted">{keeper.phone}</Box>
      </Box>
      <Tap
        className="person__call"
        label={caseText.callKeeper(keeper.name, keeper.phone)}
        onTap={() => dial(keeper.phone)}
      >
        <Icon name="tel" />
      </Tap>
    </Box>
  )
}

function Way({ one }: Props) {
  const { position, facilityName, address, roomId } = one.facts
  const share = shareCardOf(one, useNow())
  if (!hasWay(one) && !mayMove(one) && !hasEntry(one)) return null
  return (
    <Box className="acts">
      {position !== null && isAhead(one) && <MapLink place={{ position, name: facilityName, address }} />}
      {mayMove(one) && (
        <Tap to={pages.room(roomId, { day: dayOf(one.startsAt), move: one.id })}>
          <Icon name="clock" />
          {caseText.move}
        </Tap>
      )}
      {hasEntry(one) && <CalendarEntry one={one} />}
      {share !== null && <ShareTap card={share} />}
    </Box>
  )
}

function CalendarEntry({ one }: Props) {
  const { id, title, startsAt, endsAt, facts, number } = one
  const calendar = useCalendar(readBookingCalendar, id, {
    title: caseText.calendar.name(title),
    startsAt,
    endsAt,
    place: [facts.facilityName, facts.address].filter(Boolean).join('，'),
    about: caseText.calendar.note(number),
  })
  return (
    <>
      <Tap onTap={() => void calendar.add()}>
        <Icon name="plus" />
        {calendarText.add}
      </Tap>
      <Tap to={pages.calendar}>
        <Icon name="bell" />
        {calendarText.subscribe}
      </Tap>
    </>
  )
}
