import { type DeskDoor, deskDoors } from '../../../shared/staff/staff-doors'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { oldestWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Icon, type IconName } from '../../../shared/ui/base/icon'
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
  icon: IconName
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
          <Row
            key={door.title}
            icon={door.icon}
            title={door.title}
            under={door.under}
            to={door.to}
            end={door.end}
          />
        ))}
      </Card>
    )
  return (
    <>
      <Box className="kind-head">{deskText.doors}</Box>
      {doors.map(({ icon, title, to, end, since: waits }) => (
        <Tap key={title} className="kind" to={to}>
          <Icon name={icon} />
          <Box className="kind__words">
            <Box>{title}</Box>
            {waits !== undefined && <Box className="muted">{waits}</Box>}
          </Box>
          {end !== undefined && (
            <Box as="span" className="kind__count">
              {end}
            </Box>
          )}
        </Tap>
      ))}
    </>
  )
}

const places: Record<Exclude<DeskDoor, 'doubtful'>, Door> = {
  board: { icon: 'grid', title: deskText.board, under: deskText.boardHelp, to: pages.board },
  bookings: { icon: 'doc', title: deskText.bookings, under: deskText.bookingsHelp, to: pages.deskBookings() },
  roomUse: { icon: 'chart', title: deskText.roomUse, under: deskText.roomUseHelp, to: pages.roomUse() },
  rooms: { icon: 'room', title: deskText.rooms, under: deskText.roomsHelp, to: pages.roomDesk },
  filedBooking: {
    icon: 'plus',
    title: deskText.fileBooking,
    under: deskText.fileBookingHelp,
    to: pages.fileBooking(),
  },
  accounts: { icon: 'key', title: deskText.accounts, under: deskText.accountsHelp, to: pages.deskAccounts },
  deskCare: { icon: 'care', title: deskText.care, under: deskText.careHelp, to: pages.deskProgrammes },
  elders: { icon: 'people', title: deskText.elders, under: deskText.eldersHelp, to: pages.elders },
  visited: { icon: 'chart', title: deskText.visited, under: deskText.visitedHelp, to: pages.visitFigures() },
  tasksBelow: {
    icon: 'chart',
    title: deskText.tasksBelow,
    under: deskText.tasksBelowHelp,
    to: pages.taskFigures(),
  },
  volunteers: {
    icon: 'hand',
    title: deskText.volunteers,
    under: deskText.volunteersHelp,
    to: pages.deskVolunteers,
  },
  teams: { icon: 'people', title: deskText.teams, under: deskText.teamsHelp, to: pages.deskTeams },
  filedNeed: { icon: 'plus', title: deskText.fileNeed, under: deskText.fileNeedHelp, to: pages.fileNeed },
  tasks: { icon: 'hand', title: deskText.tasks, under: deskText.tasksHelp, to: pages.deskTasks },
  followUps: {
    icon: 'repeat',
    title: deskText.followUps,
    under: deskText.followUpsHelp,
    to: pages.followUps,
  },
  texts: { icon: 'send', title: deskText.texts, under: deskText.textsHelp, to: pages.ratingTexts },
  figures: { icon: 'chart', title: deskText.figures, under: deskText.figuresHelp, to: pages.deskFigures() },
  surveys: { icon: 'doc', title: deskText.surveys, under: deskText.surveysHelp, to: pages.deskSurveys },
  feedback: { icon: 'info', title: deskText.feedback, under: deskText.feedbackHelp, to: pages.deskFeedback },
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
