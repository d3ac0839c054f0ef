import { useState } from 'react'
import { addDays, dayOf } from '../../../shared/time'
import { dayWords } from '../../../shared/time-words'
import { purposeWord } from '../../../shared/terms'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Choice } from '../../../shared/ui/choice'
import { Sheet } from '../../../shared/ui/sheet'
import type { Purpose } from '@linli/contracts/rooms'
import type { RoomFilters } from '../api'
import { roomsText } from '../text'

interface Props {
  filters: RoomFilters
  onChange: (filters: RoomFilters) => void
}
type Open = 'purpose' | 'people' | 'day'
const any = 'any'
const peopleSteps = [10, 20, 30, 50, 100]

/** What a person looks for, as chips that open one question each. */
export function Filters({ filters, onChange }: Props) {
  const [open, setOpen] = useState<Open | null>(null)
  const { purpose, capacity, stepFree, day } = filters
  return (
    <>
      <Box className="wrap" role="toolbar" label={roomsText.title}>
        <Chip
          word={day === null ? roomsText.anyDay : dayWords(day, Date.now())}
          on={day !== null}
          onTap={() => setOpen('day')}
        />
        <Chip
          word={purpose === null ? roomsText.filterPurpose : purposeWord[purpose]}
          on={purpose !== null}
          onTap={() => setOpen('purpose')}
        />
        <Chip
          word={capacity === null ? roomsText.filterPeople : roomsText.people(capacity)}
          on={capacity !== null}
          onTap={() => setOpen('people')}
        />
        <Chip
          word={roomsText.stepFree}
          on={stepFree}
          onTap={() => onChange({ ...filters, stepFree: !stepFree })}
        />
      </Box>
      {open !== null && (
        <Ask
          {...questions(filters, Date.now())[open]}
          onClose={() => setOpen(null)}
          onChoose={(value) => {
            onChange({ ...filters, ...answers[open](value) })
            setOpen(null)
          }}
        />
      )}
    </>
  )
}

const answers: Record<Open, (value: string | null) => Partial<RoomFilters>> = {
  purpose: (value) => ({ purpose: value as Purpose | null }),
  people: (value) => ({ capacity: value === null ? null : Number(value) }),
  day: (value) => ({ day: value }),
}

const questions = (filters: RoomFilters, now: number): Record<Open, Question> => ({
  purpose: {
    title: roomsText.filterPurpose,
    none: roomsText.anyPurpose,
    chosen: filters.purpose,
    options: Object.entries(purposeWord).map(([value, word]) => ({ value, word })),
  },
  people: {
    title: roomsText.filterPeople,
    none: roomsText.anyPeople,
    chosen: filters.capacity === null ? null : String(filters.capacity),
    options: peopleSteps.map((n) => ({ value: String(n), word: roomsText.people(n) })),
  },
  day: {
    title: roomsText.filterDay,
    none: roomsText.anyDay,
    chosen: filters.day,
    options: nextDays(now).map((one) => ({ value: one, word: dayWords(one, now) })),
  },
})

const nextDays = (now: number) => Array.from({ length: 13 }, (_, i) => addDays(dayOf(now), i + 1))

const Chip = ({ word, on, onTap }: { word: string; on: boolean; onTap: () => void }) => (
  <Tap className={`choice ${on ? 'choice--on' : ''}`} pressed={on} onTap={onTap}>
    {word}
  </Tap>
)

interface Question {
  title: string
  options: { value: string; word: string }[]
  none: string
  chosen: string | null
}

interface AskProps extends Question {
  onChoose: (value: string | null) => void
  onClose: () => void
}

function Ask({ title, options, none, chosen, onChoose, onClose }: AskProps) {
  return (
    <Sheet title={title} onClose={onClose}>
      <Choice
        label={title}
        options={[{ value: any, word: none }, ...options]}
        chosen={chosen ?? any}
        onChoose={(value) => onChoose(value === any ? null : value)}
      />
    </Sheet>
  )
}
