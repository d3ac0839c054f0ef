import '../components/care.css'
import type { CareSession } from '@linli/contracts/care'
import { type ReactNode, useState } from 'react'
import { useNow } from '../../../shared/time/use-now'
import { localProblem } from '../../../shared/http/problem'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Choice } from '../../../shared/forms/choice'
import { Failure } from '../../../shared/ui/answers/failure'
import { Skeleton } from '../../../shared/ui/answers/skeleton'
import { clockSpan } from '../../../shared/time/time-words'
import type { CareBoard } from '../care-board'
import { emptyDay } from '../empty-day'
import type { CareDay } from '../records'
import { careText } from '../text'
import { useBoard } from '../use-board'
import { LockBar } from './lock-bar'
import { SessionChildren } from './session-children'
import { WaitingBar } from './waiting-bar'

interface Props {
  board: CareBoard
  /** Beside the carer's name, e.g. the way out of the tablet. */
  aside?: ReactNode
}

type Follow = ReturnType<typeof useBoard>

/** A carer's day: who is there, who still has to come, who was picked up. */
export function CareDayView({ board, aside }: Props) {
  const follow = useBoard(board)
  const { day, queue, reached, notSent } = follow
  return (
    <Box className="care">
      <WaitingBar
        day={day}
        queue={queue}
        reached={reached}
        at={follow.at}
        notSent={notSent}
        onKnown={board.queue.acknowledge}
      />
      <LockBar board={board} />
      {day === null ? (
        <>
          {aside}
          <NoList board={board} follow={follow} />
        </>
      ) : (
        <Day board={board} day={day} follow={follow} aside={aside} />
      )}
    </Box>
  )
}

function NoList({ board, follow }: { board: CareBoard; follow: Follow }) {
  const { trouble, reached } = follow
  if (trouble?.code === 'not_on_duty')
    return <Blank picture="care" title={careText.offDuty} help={careText.noSessionHelp} alert />
  const problem = trouble ?? (reached ? null : localProblem('offline'))
  if (problem !== null) return <Failure problem={problem} again={() => void board.renew()} />
  return <Skeleton blocks={[72, 44, 132, 132, 132]} />
}

interface DayProps extends Props {
  day: CareDay
  follow: Follow
}

function Day({ board, day, follow, aside }: DayProps) {
  const now = useNow()
  const [chosen, setChosen] = useState<string | null>(null)
  const session = day.sessions.find((one) => one.id === chosen) ?? nearest(day.sessions, now)
  return (
    <>
      <Box className="care__head">
        <Box className="care__words">
          <Box as="h2" className="title">
            {session === undefined ? careText.carer(day.carer) : sessionWords(session)}
          </Box>
          {session !== undefined && (
            <Box className="muted">
              {[
                careText.carer(day.carer),
                session.place,
                careText.classNo(session.classNo),
                ...(session.leader ? [careText.leader] : []),
              ].join(' · ')}
            </Box>
          )}
        </Box>
        {aside}
      </Box>
      {day.sessions.length > 1 && (
        <Choice
          label={careText.session}
          options={day.sessions.map((one) => ({
            value: one.id,
            word: clockSpan(one.startsAt, one.endsAt),
          }))}
          chosen={session?.id ?? null}
          onChoose={setChosen}
        />
      )}
      {session === undefined ? (
        <Blank picture="care" {...emptyDay(day)} />
      ) : (
        <SessionChildren
          key={session.id}
          board={board}
          session={session}
          carer={day.carer}
          queue={follow.queue}
          reached={follow.reached}
          now={now}
        />
      )}
    </>
  )
}

const sessionWords = (one: CareSession) => `${one.programmeName} ${clockSpan(one.startsAt, one.endsAt)}`

/** The session that is on or comes next; after the last one, that one: its children may still be here. */
const nearest = (sessions: readonly CareSession[], now: number) =>
  sessions.find((one) => now <= Date.parse(one.endsAt)) ?? sessions[sessions.length - 1]
