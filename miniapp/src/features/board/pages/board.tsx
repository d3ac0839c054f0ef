import '../components/board.css'
import type { BoardWeekRoom } from '@linli/contracts/board'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { deskParts } from '../../../desk-parts'
import { knowDeskParts } from '../../../shared/cases/desk-parts'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { Scoped } from '../../../shared/staff/scoped'
import { addDays, dayOf, weekdayOf } from '../../../shared/time/shanghai'
import { dayWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Scroller } from '../../../shared/ui/base/scroller'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { useBoard, useBoardWeek } from '../api'
import { AtHand } from '../components/at-hand'
import { WeekBoard } from '../components/week-board'
import { FindRoom } from '../components/find-room'
import { DayKey, WeekKey } from '../components/key'
import { boardText as text } from '../text'

knowDeskParts(deskParts)

/** Every room of a building, or of all below a division, and what takes it. */
export default function BoardPage() {
  return (
    <Scoped title={text.title} returnTo={pages.board} className="board-page" opens="halls">
      {(grant) => <Board key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))
const views = [
  { value: 'day', word: text.day },
  { value: 'week', word: text.week },
] as const

function Board({ division }: { division: string }) {
  const now = useNow()
  const [day, setDay] = useState(() => dayOf(now))
  const [view, setView] = useState<'day' | 'week'>('day')
  const [words, setWords] = useState('')
  const monday = mondayOf(day)
  const days = useMemo(() => Array.from({ length: 7 }, (_, n) => addDays(monday, n)), [monday])
  const open = useCallback((chosen: string) => {
    setDay(chosen)
    setView('day')
  }, [])
  return (
    <>
      <Week day={day} days={days} now={now} onDay={setDay} />
      <Box className="board-tools">
        <Choice label={text.shows} options={views} chosen={view} onChoose={setView} />
        <FindRoom words={words} onWords={setWords} />
      </Box>
      {view === 'day' ? (
        <OfDay {...{ division, day, words, now }} />
      ) : (
        <OfWeek {...{ division, day, days, words, now }} onDay={open} />
      )}
    </>
  )
}

interface Shown {
  division: string
  day: string
  words: string
  now: number
}

function OfDay({ division, day, words, now }: Shown) {
  const query = useBoard(division, day)
  return (
    <Read query={query} words={words} day={day} below={<DayKey />}>
      {(rooms, works) => <AtHand rooms={rooms} day={day} now={now} works={works} />}
    </Read>
  )
}

interface WeekShown extends Shown {
  days: readonly string[]
  onDay: (day: string) => void
}

function OfWeek({ division, day, days, words, now, onDay }: WeekShown) {
  const query = useBoardWeek(division, days[0] ?? day)
  return (
    <Read query={query} words={words} day={day} below={<WeekKey />}>
      {(rooms) => <WeekBoard rooms={rooms} days={days} now={now} onDay={onDay} />}
    </Read>
  )
}

interface Answer<Room> {
  rooms: readonly Room[]
  canManage: boolean
}

interface ReadProps<Room> {
  query: Parameters<typeof Answered<{ pages: readonly Answer<Room>[] }>>[0]['query'] & {
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => unknown
  }
  words: string
  day: string
  below: ReactNode
  children: (rooms: readonly Room[], works: boolean) => ReactNode
}

function Read<Room extends Named>({ query, words, day, below, children }: ReadProps<Room>) {
  return (
    <Answered query={query} blocks={[320]}>
      {({ pages: answers }) => {
        if (answers.every(({ rooms }) => rooms.length === 0))
          return <Blank picture="home" title={text.none} help={text.noneHelp} />
        const works = answers[0]?.canManage === true
        return (
          <>
            {!works && <Box className="muted">{text.watching}</Box>}
            <Found answers={answers} words={words}>
              {(rooms) => children(rooms, works)}
            </Found>
            {below}
            <Button look="ghost" to={pages.roomPapers(day)}>
              {text.papers}
            </Button>
            {query.hasNextPage && (
              <Button look="ghost" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
                {text.more}
              </Button>
            )}
          </>
        )
      }}
    </Answered>
  )
}

type Named = Pick<BoardWeekRoom, 'name' | 'facilityName' | 'communityName'>

interface FoundProps<Room> {
  answers: readonly { rooms: readonly Room[] }[]
  words: string
  children: (rooms: readonly Room[]) => ReactNode
}

/** Rooms whose name, or that of their building or community, has these words. */
function Found<Room extends Named>({ answers, words, children }: FoundProps<Room>) {
  const rooms = useMemo(() => {
    const asked = words.trim().toLowerCase()
    return answers
      .flatMap((one) => one.rooms)
      .filter(({ name, facilityName, communityName }) =>
        [name, facilityName, communityName].some((one) => one.toLowerCase().includes(asked)),
      )
  }, [answers, words])
  if (rooms.length === 0) return <Blank picture="home" title={text.noneFound} help={text.noneFoundHelp} />
  return <>{children(rooms)}</>
}

interface WeekProps {
  day: string
  days: readonly string[]
  now: number
  onDay: (day: string) => void
}

const Week = ({ day, days, now, onDay }: WeekProps) => (
  <Scroller>
    <Box className="board-week">
      <Tap className="choice" onTap={() => onDay(addDays(day, -7))}>
        {text.before}
      </Tap>
      <Choice
        label={text.days}
        options={days.map((value) => ({ value, word: dayWords(value, now) }))}
        chosen={day}
        onChoose={onDay}
      />
      <Tap className="choice" onTap={() => onDay(addDays(day, 7))}>
        {text.after}
      </Tap>
    </Box>
  </Scroller>
)
