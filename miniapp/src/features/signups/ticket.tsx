import { readSignupCalendar } from '@linli/contracts/signups'
import './ticket.css'
import type { SignupDetail } from '@linli/contracts/signup-case'
import { Refusal } from '../../shared/ui/answers/refusal'
import { Box } from '../../shared/ui/base/box'
import { Button } from '../../shared/ui/button'
import { openMap } from './open-map'
import { signupText as text } from './text'
import { calendarText } from '../../shared/device/calendar-text'
import { useCalendar } from '../../shared/device/use-calendar'

/** Where it is, on a map. @param place of a home only what its volunteer has just been shown */
export const MapLink = ({ communityName, place }: { communityName: string; place: string }) => (
  <Box className="at-hand">
    <Button look="ghost" label={text.mapTo(place)} onTap={() => void openMap(`${communityName}${place}`)}>
      {text.map}
    </Button>
  </Box>
)

/** What is certain goes into the calendar; what was given up comes out of it. */
export function CalendarLink({ one, now }: { one: SignupDetail; now: number }) {
  const { title, communityName, number, facts, endsAt } = one
  const { name, home, note } = text.calendar
  const calendar = useCalendar(readSignupCalendar, one.id, {
    title: name(title),
    startsAt: facts.startsAt,
    endsAt,
    place: facts.place === null ? home(communityName) : `${communityName} ${facts.place}`,
    about: note(number),
  })
  const isAhead = one.readAs === 'party' && Date.parse(one.endsAt) > now
  const isOff = one.state === 'cancelled'
  if (!isAhead || !(one.state === 'confirmed' || (isOff && calendar.takesOut))) return null
  return (
    <Box className="at-hand">
      <Refusal problem={calendar.error} />
      <Button look={isOff ? 'plain' : 'ghost'} busy={calendar.isPending} onTap={() => void calendar.add()}>
        {isOff ? calendarText.takeOut : calendarText.add}
      </Button>
    </Box>
  )
}
