import './closing.css'
import type { MetBooking } from '@linli/contracts/closures'
import { purposeWord } from '@linli/contracts/words'
import { useFromTop } from '../../../shared/navigation/scroll-to-top'
import { Choice } from '../../../shared/forms/choice'
import { roomOptions } from '../../../shared/slots/room-options'
import { spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { allElsewhere, type Choice as Chosen, openOf, restTo, roomsFor, toRoom } from '../closing'
import { closingText as text } from '../closures-text'
import type { Closing } from '../use-closing'

interface Props {
  met: readonly MetBooking[]
  closing: Closing
}

/** Nothing is chosen where not all of them are here. */
export const TooMany = ({ closing }: Pick<Props, 'closing'>) => (
  <>
    <Box className="stack-tight">
      <Box as="h2" className="title">
        {text.metMany}
      </Box>
      <Box className="muted">{text.metManyHelp}</Box>
    </Box>
    <Button look="ghost" onTap={closing.turnBack}>
      {text.change}
    </Button>
  </>
)

/** Every booking that lies there: it goes elsewhere, stays, or is called off; nothing is chosen before. */
export function MetBookings({ met, closing }: Props) {
  const now = useNow()
  const { form, choices, choose, problem, look, turnBack } = closing
  const again = problem?.code === 'closure_has_bookings' || problem?.code === 'closure_move_refused'
  const open = openOf(met, choices)
  useFromTop()
  const some = met.some((one) => one.answers.includes('move') && one.instead.length > 0)
  return (
    <>
      <Refusal problem={problem}>
        {again && (
          <Button look="danger" onTap={look}>
            {text.again}
          </Button>
        )}
      </Refusal>
      <Box className="stack-tight">
        <Box as="h2" className="title">
          {met.length === 0 ? text.metNone : text.met(met.length)}
        </Box>
        <Box className="muted">{form.reason}</Box>
      </Box>
      {some && (
        <Button look="ghost" onTap={() => choose(allElsewhere(met, form.roomIds, choices))}>
          {text.elsewhere}
        </Button>
      )}
      {met.map((one) => (
        <One key={one.caseId} one={one} met={met} closing={closing} now={now} />
      ))}
      {open > 1 && (
        <Box className="stack-tight">
          <Button look="ghost" onTap={() => choose(restTo(met, choices, 'keep'))}>
            {text.restKept(open)}
          </Button>
          <Button look="ghost" onTap={() => choose(restTo(met, choices, 'cancel'))}>
            {text.restCancelled(open)}
          </Button>
        </Box>
      )}
      <Button look="plain" onTap={turnBack}>
        {text.change}
      </Button>
    </>
  )
}

function One({ one, met, closing, now }: Props & { one: MetBooking; now: number }) {
  const { choices, choose, form } = closing
  const rooms = roomsFor(one, met, form.roomIds, choices)
  const when = spanWords(one.startsAt, one.endsAt, now)
  const options: { value: Chosen; word: string }[] = [
    ...roomOptions(rooms.map((room) => ({ ...room, id: room.roomId }))).map(({ value, word }) => ({
      value: toRoom(value),
      word: text.elsewhereTo(word),
    })),
    { value: 'keep', word: text.keep },
    { value: 'cancel', word: text.cancel },
  ]
  return (
    <Card title={when}>
      <Box>{`${one.roomName} · ${purposeWord[one.purpose]} · ${text.people(one.attendees)}`}</Box>
      <Box className="muted">{one.number}</Box>
      {rooms.length === 0 && one.answers.includes('move') && <Box className="muted">{text.nowhere}</Box>}
      <Box className="closing__part">
        <Choice
          label={text.whatOf(when)}
          options={options}
          chosen={choices[one.caseId] ?? null}
          onChoose={(choice) => choose({ ...choices, [one.caseId]: choice })}
        />
      </Box>
    </Card>
  )
}
