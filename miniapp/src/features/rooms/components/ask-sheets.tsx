import { equipmentWord } from '@linli/contracts/room-words'
import { equipment, purpose } from '@linli/contracts/rooms'
import { purposeWord } from '@linli/contracts/words'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Counter } from '../../../shared/forms/counter'
import { Field } from '../../../shared/forms/field'
import { Several } from '../../../shared/forms/several'
import { addDays, dayOf } from '../../../shared/time/shanghai'
import { dayWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { hoursSpan, type Question } from '../question'
import { roomsText } from '../text'

interface Props {
  question: Question
  day: string
  now: number
  onClose: () => void
  onAnswer: (part: Partial<Question>) => void
}

const words = roomsText.ask
const shownDays = 14

export function AskDay({ day: chosen, now, onClose, onAnswer }: Props) {
  const today = dayOf(now)
  const days = Array.from({ length: shownDays }, (_, n) => addDays(today, n))
  return (
    <Sheet title={words.day} onClose={onClose}>
      <Choice
        label={words.day}
        options={days.map((day) => ({ value: day, word: dayWords(day, now) }))}
        chosen={chosen}
        onChoose={(day) => onAnswer({ day })}
      />
    </Sheet>
  )
}

const usual = [
  { from: '09:00', to: '11:00' },
  { from: '14:00', to: '16:00' },
  { from: '19:00', to: '21:00' },
]

/** Usual hours are one tap; others are two fields. */
export function AskHours({ question: { hours }, onClose, onAnswer }: Props) {
  const [from, setFrom] = useState(hours?.from ?? '')
  const [to, setTo] = useState(hours?.to ?? '')
  const wrong = from !== '' && to !== '' && from >= to
  return (
    <Sheet title={words.hours} onClose={onClose}>
      <Choice
        label={words.usual}
        options={[
          { value: '', word: words.anyHours },
          ...usual.map((one) => ({ value: hoursSpan(one), word: hoursSpan(one) })),
        ]}
        chosen={hours === null ? '' : hoursSpan(hours)}
        onChoose={(chosen) => onAnswer({ hours: usual.find((one) => hoursSpan(one) === chosen) ?? null })}
      />
      <Field id="hours-from" kind="time" label={words.from} value={from} onInput={setFrom} />
      <Field
        id="hours-to"
        kind="time"
        label={words.to}
        value={to}
        fault={wrong ? words.endsFirst : null}
        onInput={setTo}
      />
      <Button
        needs={from === '' || to === '' ? words.needBoth : wrong && words.endsFirst}
        onTap={() => onAnswer({ hours: { from, to } })}
      >
        {words.find}
      </Button>
    </Sheet>
  )
}

const peopleSteps = [10, 20, 30, 50, 100]

export function AskPeople({ question, onClose, onAnswer }: Props) {
  const [people, setPeople] = useState(question.people)
  return (
    <Sheet title={words.people} onClose={onClose}>
      <Counter
        id="search-people"
        label={words.people}
        value={people}
        most={5000}
        step={5}
        proposed={peopleSteps}
        word={words.count}
        onChange={setPeople}
      />
      <Button onTap={() => onAnswer({ people: people === 0 ? null : people })}>{words.find}</Button>
      <Button look="plain" onTap={() => onAnswer({ people: null })}>
        {roomsText.anyPeople}
      </Button>
    </Sheet>
  )
}

export function AskMore({ question, onClose, onAnswer }: Props) {
  const [chosen, setChosen] = useState<string>(question.purpose ?? '')
  const [must, setMust] = useState([...question.equipment])
  return (
    <Sheet title={words.more} onClose={onClose}>
      <Box as="h3" className="strong">
        {roomsText.filterPurpose}
      </Box>
      <Choice
        label={roomsText.filterPurpose}
        options={[
          { value: '', word: roomsText.anyPurpose },
          ...purpose.options.map((value) => ({ value: value as string, word: purposeWord[value] })),
        ]}
        chosen={chosen}
        onChoose={setChosen}
      />
      <Box as="h3" className="strong">
        {words.equipment}
      </Box>
      <Several
        label={words.equipment}
        options={equipment.options.map((value) => ({ value, word: equipmentWord[value] }))}
        chosen={must}
        onChange={setMust}
      />
      <Button
        onTap={() =>
          onAnswer({ purpose: purpose.options.find((one) => one === chosen) ?? null, equipment: must })
        }
      >
        {words.find}
      </Button>
    </Sheet>
  )
}
