import './closing.css'
import { closureWeeks } from '@linli/contracts/closures'
import type { Room } from '@linli/contracts/rooms'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { Several } from '../../../shared/forms/several'
import { Stepper } from '../../../shared/forms/stepper'
import { Switch } from '../../../shared/forms/switch'
import { faultText } from '../../../shared/http/problem-text'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { useRoomsBeside } from '../api'
import { closingText as text } from '../closures-text'
import type { Closing } from '../use-closing'

interface Props {
  room: Room
  closing: Closing
  /** At once, until a time that is said. */
  takeover: boolean
}

/** Which rooms, from when to when, why, and whether every week. */
export function ClosingForm({ room, closing, takeover }: Props) {
  const { problem } = closing
  return (
    <>
      <Lead picture={room.kind} place title={room.name}>
        {room.facilityName}
      </Lead>
      <Refusal problem={problem?.errors.length === 0 ? problem : null} />
      <Beside room={room} closing={closing} takeover={takeover} />
      <When closing={closing} takeover={takeover} />
      <Why closing={closing} takeover={takeover} />
      {!takeover && <Weekly closing={closing} />}
    </>
  )
}

/** Other rooms of the building, where there are some. */
function Beside({ room, closing: { form, change }, takeover }: Props) {
  const words = takeover ? text.roomsTaken : text.rooms
  const rooms = (useRoomsBeside(room.id) ?? []).filter(({ retired, id }) => !retired || id === room.id)
  if (rooms.length < 2) return null
  return (
    <Card title={words}>
      <Several
        label={words}
        options={rooms.map(({ id, name }) => ({ value: id, word: name }))}
        chosen={form.roomIds}
        onChange={(roomIds) => change({ roomIds })}
      />
    </Card>
  )
}

type PartProps = Omit<Props, 'room'>

function When({ closing: { form, change, problem }, takeover }: PartProps) {
  const day = (name: 'fromDay' | 'toDay', help?: string) => (
    <Field
      id={`closing-${name}`}
      kind="date"
      label={text[name]}
      {...(help === undefined ? {} : { help })}
      value={form[name]}
      fault={faultText(problem, name === 'fromDay' ? 'body.startsAt' : 'body.endsAt')}
      onInput={(value) => change({ [name]: value })}
    />
  )
  const time = (name: 'from' | 'to') => (
    <Field
      id={`closing-${name}`}
      kind="time"
      label={text[name]}
      value={form[name]}
      onInput={(value) => change({ [name]: value })}
    />
  )
  if (takeover)
    return (
      <Card title={text.until}>
        <Box className="muted">{text.untilHelp}</Box>
        {day('toDay')}
        {time('to')}
      </Card>
    )
  return (
    <Card title={text.when}>
      {day('fromDay')}
      {time('from')}
      {day('toDay', text.toDayHelp)}
      {time('to')}
    </Card>
  )
}

const Why = ({ closing: { form, change, problem }, takeover }: PartProps) => (
  <Card title={text.why}>
    <Choice
      label={text.reason}
      options={(takeover ? text.usualNow : text.usual).map((value) => ({ value, word: value }))}
      chosen={form.reason}
      onChoose={(reason) => change({ reason })}
    />
    <Box className="closing__part">
      <Field
        id="closing-reason"
        label={text.reason}
        help={text.reasonHelp}
        maxLength={60}
        value={form.reason}
        fault={faultText(problem, 'body.reason')}
        onInput={(reason) => change({ reason })}
      />
    </Box>
  </Card>
)

const Weekly = ({ closing: { form, change } }: Pick<Props, 'closing'>) => (
  <Card>
    <Switch on={form.weeks > 1} onTap={() => change({ weeks: form.weeks > 1 ? 1 : 2 })}>
      {text.weekly}
    </Switch>
    {form.weeks > 1 && (
      <Stepper
        label={text.weeks}
        value={form.weeks}
        least={2}
        most={closureWeeks}
        word={text.weeksWord}
        onChange={(weeks) => change({ weeks })}
      />
    )}
  </Card>
)
