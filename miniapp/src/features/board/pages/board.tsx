import '../components/board.css'
import type { BoardRoom } from '@linli/contracts/board'
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
import { useBoard } from '../api'
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
  const query = useBoard(division, view === 'day' ? day : monday, view === 'day' ? 1 : 7)
  return (
    <>
      <Choice label={text.shows} options={views} chosen={view} onChoose={setView} />
      <Week day={day} days={days} now={now} onDay={setDay} />
      <FindRoom words={words} onWords={setWords} />
      <Answered query={query} blocks={[320]}>
        {({ pages: answers }) => {
          if (answers.every(({ rooms }) => rooms.length === 0))
            return <Blank picture="home" title={text.none} help={text.noneHelp} />
          return (
            <>
              {answers[0]?.canManage === false && <Box className="muted">{text.watching}</Box>}
              <Found answers={answers} words={words}>
                {(rooms) =>
                  view === 'day' ? (
                    <AtHand rooms={rooms} day={day} now={now} works={answers[0]?.canManage === true} />
                  ) : (
                    <WeekBoard rooms={rooms} days={days} now={now} onDay={open} />
                  )
                }
              </Found>
              {view === 'day' ? <DayKey /> : <WeekKey />}
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
    </>
  )
}

interface FoundProps {
  answers: readonly { rooms: readonly BoardRoom[] }[]
  words: string
  children: (rooms: readonly BoardRoom[]) => ReactNode
}

/** Rooms whose name, or that of their building or community, has these words. */
function Found({ answers, words, children }: FoundProps) {
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
