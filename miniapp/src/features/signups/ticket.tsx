import { readSignupCalendar } from '@linli/contracts/signups'
import './ticket.css'
import type { SignupDetail } from '@linli/contracts/signup-case'
import { Refusal } from '../../shared/ui/answers/refusal'
import { Box } from '../../shared/ui/base/box'
import { Icon } from '../../shared/ui/base/icon'
import { Tap } from '../../shared/ui/base/tap'
import { Button } from '../../shared/ui/button'
import { openMap } from './open-map'
import { signupText as text } from './text'
import { calendarText } from '../../shared/device/calendar-text'
import { useCalendar } from '../../shared/device/use-calendar'

/** Does somebody stand by it, and is it not over? */
const isAhead = ({ readAs, state, endsAt }: SignupDetail, now: number) =>
  readAs === 'party' && state === 'confirmed' && now < Date.parse(endsAt)

/** Below the perforation of the ticket of whoever stands by it: the way there, and the entry in the calendar. */
export const atHand = {
  shows: (one: SignupDetail) => isAhead(one, Date.now()),
  Shown({ one }: { one: SignupDetail }) {
    const { place } = one.facts
    return (
      <Box className="acts">
        {place !== null && (
          <Tap label={text.mapTo(place)} onTap={() => void openMap(`${one.communityName}${place}`)}>
            <Icon name="nav" />
            {text.map}
          </Tap>
        )}
        <CalendarEntry one={one} />
      </Box>
    )
  },
}

function useEntry(one: SignupDetail) {
  const { title, communityName, number, facts, endsAt } = one
  const { name, home, note } = text.calendar
  return useCalendar(readSignupCalendar, one.id, {
    title: name(title),
    startsAt: facts.startsAt,
    endsAt,
    place: facts.place === null ? home(communityName) : `${communityName} ${facts.place}`,
    about: note(number),
  })
}

function CalendarEntry({ one }: { one: SignupDetail }) {
  const calendar = useEntry(one)
  return (
    <Tap onTap={() => void calendar.add()}>
      <Icon name="cal" />
      {calendarText.add}
    </Tap>
  )
}

/** Where it is, on a map. @param place of a home only what its volunteer has just been shown */
export const MapLink = ({ communityName, place }: { communityName: string; place: string }) => (
  <Box className="at-hand">
    <Button look="ghost" label={text.mapTo(place)} onTap={() => void openMap(`${communityName}${place}`)}>
      {text.map}
    </Button>
  </Box>
)

/** What was given up comes out of the calendar again. */
export function CalendarLink({ one, now }: { one: SignupDetail; now: number }) {
  const calendar = useEntry(one)
  const isOff = one.readAs === 'party' && one.state === 'cancelled' && Date.parse(one.endsAt) > now
  if (!isOff || !calendar.takesOut) return null
  return (
    <Box className="at-hand">
      <Refusal problem={calendar.error} />
      <Button look="plain" busy={calendar.isPending} onTap={() => void calendar.add()}>
        {calendarText.takeOut}
      </Button>
    </Box>
  )
}
