import type { Period } from '@linli/contracts/common'
import type { Room, RoomDay } from '@linli/contracts/rooms'
import { purposeWord } from '@linli/contracts/words'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Counter } from '../../../shared/forms/counter'
import { Field } from '../../../shared/forms/field'
import { personOf } from '../../../shared/forms/person'
import type { ProblemError } from '../../../shared/http/problem'
import { faultText } from '../../../shared/http/problem-text'
import { alternativesOf, usedUpOf } from '../../../shared/slots/alternatives'
import { FreeTimes, UsedUpWeek } from '../../../shared/slots/ways-on'
import { clockOf, dayOf, instantAt, minuteInDay } from '../../../shared/time/shanghai'
import { spanWords } from '../../../shared/time/time-words'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import type { useFileBooking } from '../api'
import { fileText } from '../file-text'
import { usePick } from '../use-pick'
import type { FiledUse } from '../filed-use'
import { RoomDays } from './room-days'

interface Props {
  room: Room
  days: RoomDay[]
  now: number
  hours: { from: string; to: string } | undefined
  use: FiledUse
  write: ReturnType<typeof useFileBooking>
  onChange: (part: Partial<FiledUse>) => void
}

const peopleSteps = [5, 10, 20, 30, 50]

/** The room's days and hours, what it is for, and the one write; who it is for stands above. */
export function FileInRoom({ room, days, now, hours, use, write, onChange }: Props) {
  const open = days.find((one) => one.left === 'free') ?? days[0]
  const [chosen, setChosen] = useState(hours === undefined ? (open?.day ?? dayOf(now)) : dayOf(hours.from))
  const day = days.find((one) => one.day === chosen) ?? (days[0] as RoomDay)
  const picking = usePick(room, day, { hours, minutes: 0 }, { waits: false })
  const { pick } = picking
  const purpose = room.purposes.find((one) => one === use.purpose) ?? null
  const send = () => {
    const body = pick === null ? null : bodyOf(room.id, periodOf(day.day, pick), { ...use, purpose })
    if (body !== null) write.mutate({ body })
  }
  const take = ({ startsAt, endsAt }: Period) => {
    const on = dayOf(startsAt)
    write.reset()
    setChosen(on)
    picking.takeOn(on, { from: minuteInDay(on, startsAt), to: minuteInDay(on, endsAt), open: false })
  }
  return (
    <>
      <RoomDays said room={room} days={days} day={day} now={now} picking={picking} onDay={setChosen} />
      <UseFields room={room} use={{ ...use, purpose }} problem={write.error} onChange={onChange} />
      <FileRefusal problem={write.error} now={now} onTake={take} />
      <Button busy={write.isPending} needs={needsOf({ ...use, purpose }, pick !== null)} onTap={send}>
        {pick === null ? fileText.submit : fileText.submitAt(whenWords(day.day, pick, now))}
      </Button>
    </>
  )
}

interface RefusalProps {
  problem: ProblemError | null
  now: number
  onTake: (period: Period) => void
}

const FileRefusal = ({ problem, now, onTake }: RefusalProps) => (
  <Refusal problem={problem?.errors.length === 0 ? problem : null}>
    <FreeTimes free={alternativesOf(problem)} now={now} onTake={onTake} />
    <UsedUpWeek said used={usedUpOf(problem)} now={now} />
  </Refusal>
)

/** What the service is asked; a note left empty is left out. */
function bodyOf(roomId: string, period: Period, use: FiledUse) {
  const { purpose, attendees } = use
  if (purpose === null || attendees === null) return null
  const note = use.note.trim()
  const person = personOf(use)
  return { roomId, ...period, purpose, attendees, person, ...(note === '' ? {} : { note }) }
}

interface Minutes {
  from: number
  to: number
}

const periodOf = (day: string, { from, to }: Minutes) => ({
  startsAt: instantAt(day, clockOf(from)),
  endsAt: instantAt(day, clockOf(to)),
})

function whenWords(day: string, pick: Minutes, now: number): string {
  const { startsAt, endsAt } = periodOf(day, pick)
  return spanWords(startsAt, endsAt, now)
}

/** What decides and nobody has said yet, the first of it; null when all is said. */
function needsOf({ name, purpose, attendees }: FiledUse, hasTime: boolean): string | null {
  const { needs } = fileText
  if (name.trim() === '') return needs.name
  if (!hasTime) return needs.time
  if (purpose === null) return needs.purpose
  return attendees === null || attendees === 0 ? needs.people : null
}

interface FieldsProps {
  room: Room
  use: FiledUse
  problem: ProblemError | null
  onChange: (part: Partial<FiledUse>) => void
}

const UseFields = ({ room, use, problem, onChange }: FieldsProps) => (
  <>
    <Card title={fileText.purpose}>
      <Choice
        label={fileText.purpose}
        options={room.purposes.map((value) => ({ value, word: purposeWord[value] }))}
        chosen={use.purpose}
        onChoose={(purpose) => onChange({ purpose })}
      />
    </Card>
    <Card>
      <Counter
        id="file-people"
        label={fileText.people}
        value={use.attendees}
        most={room.capacity}
        step={5}
        proposed={peopleSteps.filter((n) => n < room.capacity)}
        word={fileText.about}
        help={fileText.holds(room.capacity)}
        fault={faultText(problem, 'body.attendees')}
        onChange={(attendees) => onChange({ attendees })}
      />
      <Field
        id="file-note"
        tall
        optional
        label={fileText.note}
        placeholder={fileText.noteHint}
        maxLength={300}
        value={use.note}
        fault={faultText(problem, 'body.note')}
        onInput={(note) => onChange({ note })}
      />
    </Card>
  </>
)
