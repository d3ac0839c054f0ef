import { useState } from 'react'
import { addDays, dayOf } from '../../../shared/time/shanghai'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Choice } from '../../../shared/forms/choice'
import { DayStrip } from './day-strip'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import type { Purpose } from '@linli/contracts/rooms'
import { purposeWord } from '@linli/contracts/words'
import type { RoomFilters } from '../api'
import { roomsText } from '../text'

interface Props {
  filters: RoomFilters
  onChange: (filters: RoomFilters) => void
}
type Open = 'purpose' | 'people'
const any = 'any'
const shownDays = 14
const peopleSteps = [10, 20, 30, 50, 100]

/** The day in sight, as on a room's page; the rest of what a person looks for as chips that open one question each. */
export function Filters({ filters, onChange }: Props) {
  const [open, setOpen] = useState<Open | null>(null)
  const { purpose, capacity, stepFree, day } = filters
  const now = Date.now()
  const today = dayOf(now)
  const days = Array.from({ length: shownDays }, (_, n) => ({ day: addDays(today, n), closed: false }))
  return (
    <>
      <DayStrip
        label={roomsText.filterDay}
        days={days}
        chosen={day ?? today}
        now={now}
        onChoose={(one) => onChange({ ...filters, day: one === today ? null : one })}
      />
      <Box className="wrap" role="toolbar" label={roomsText.title}>
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
          {...questions(filters)[open]}
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
}

const questions = (filters: RoomFilters): Record<Open, Question> => ({
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
})

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
