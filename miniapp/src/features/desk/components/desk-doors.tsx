import { type DeskDoor, deskDoors } from '../../../shared/staff/staff-doors'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { oldestWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useFollowUpsWaiting, useNumbersWaiting, useTextsWaiting } from '../api'
import { deskText } from '../text'

interface Props {
  division: string
  /** At the side of a wide desk, or below its list. */
  wide: boolean
}

/** Nothing that waits is not said. */
const countOf = (waiting: number | null) => {
  if (waiting === null || waiting === 0) return undefined
  return waiting > 99 ? '99+' : String(waiting)
}

interface Door {
  title: string
  under: string
  to: string
  end?: string | undefined
  since?: string | undefined
}

/** The ways from the desk to all else that is done there. */
export function DeskDoors({ division, wide }: Props) {
  const me = useMe()
  const open = deskDoors(me, division)
  const waiting = useWaiting(division, open)
  const doors = open.flatMap((door) => (door === 'doubtful' ? [] : [{ ...places[door], ...waiting[door] }]))
  if (!wide)
    return (
      <Card title={deskText.doors}>
        {doors.map((door) => (
          <Row key={door.title} title={door.title} under={door.under} to={door.to} end={door.end} />
        ))}
      </Card>
    )
  return (
    <>
      {doors.map(({ title, to, end, since: waits }) => (
        <Tap key={title} className="kind" to={to}>
          <Box>
            <Box>{title}</Box>
            {waits !== undefined && <Box className="muted">{waits}</Box>}
          </Box>
          <Box as="span">{end}</Box>
        </Tap>
      ))}
    </>
  )
}

const places: Record<Exclude<DeskDoor, 'doubtful'>, Door> = {
  board: { title: deskText.board, under: deskText.boardHelp, to: pages.board },
  bookings: { title: deskText.bookings, under: deskText.bookingsHelp, to: pages.deskBookings() },
  roomUse: { title: deskText.roomUse, under: deskText.roomUseHelp, to: pages.roomUse() },
  rooms: { title: deskText.rooms, under: deskText.roomsHelp, to: pages.roomDesk },
  filedBooking: { title: deskText.fileBooking, under: deskText.fileBookingHelp, to: pages.fileBooking() },
  accounts: { title: deskText.accounts, under: deskText.accountsHelp, to: pages.deskAccounts },
  deskCare: { title: deskText.care, under: deskText.careHelp, to: pages.deskProgrammes },
  elders: { title: deskText.elders, under: deskText.eldersHelp, to: pages.elders },
  visited: { title: deskText.visited, under: deskText.visitedHelp, to: pages.visitFigures() },
  tasksBelow: { title: deskText.tasksBelow, under: deskText.tasksBelowHelp, to: pages.taskFigures() },
  volunteers: { title: deskText.volunteers, under: deskText.volunteersHelp, to: pages.deskVolunteers },
  teams: { title: deskText.teams, under: deskText.teamsHelp, to: pages.deskTeams },
  filedNeed: { title: deskText.fileNeed, under: deskText.fileNeedHelp, to: pages.fileNeed },
  tasks: { title: deskText.tasks, under: deskText.tasksHelp, to: pages.deskTasks },
  followUps: { title: deskText.followUps, under: deskText.followUpsHelp, to: pages.followUps },
  texts: { title: deskText.texts, under: deskText.textsHelp, to: pages.ratingTexts },
  figures: { title: deskText.figures, under: deskText.figuresHelp, to: pages.deskFigures() },
  surveys: { title: deskText.surveys, under: deskText.surveysHelp, to: pages.deskSurveys },
  feedback: { title: deskText.feedback, under: deskText.feedbackHelp, to: pages.deskFeedback },
}

/** How much waits behind a door. */
function useWaiting(division: string, open: readonly DeskDoor[]): Partial<Record<DeskDoor, Partial<Door>>> {
  const numbers = countOf(useNumbersWaiting(division, open.includes('accounts')))
  const followUps = countOf(useFollowUpsWaiting(division, open.includes('followUps')))
  const { waiting, oldest } = useTextsWaiting(division, open.includes('doubtful'))
  const texts = countOf(waiting)
  const since = oldest === undefined ? undefined : oldestWords(oldest)
  const under =
    texts === undefined || since === undefined ? {} : { under: deskText.textsWaiting(texts, since) }
  return { accounts: { end: numbers }, followUps: { end: followUps }, texts: { end: texts, since, ...under } }
}
