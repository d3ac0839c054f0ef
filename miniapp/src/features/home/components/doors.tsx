import { useMode } from '../../../shared/app-state/display-mode'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { type HomeAnswer, useOnlyChild } from '../api'
import { homeText } from '../text'

/** The large doors, all of which open; in large text what is asked for most. */
export function Doors({ home }: { home: HomeAnswer | undefined }) {
  const elder = useMode() === 'elder'
  const names = elder ? homeText.elderDoors : homeText.doors
  return (
    <Box className="doors">
      <Tap className="door" to={pages.rooms}>
        <Icon name="room" big />
        <Box className="door__name">{names.rooms}</Box>
        <Box className="muted">
          {home === undefined ? homeText.freeLoading : homeText.today[home.rooms.left](home.rooms.freeToday)}
        </Box>
      </Tap>
      <CareDoor name={names.care} elder={elder} programmes={home?.programmes} />
      <Tap className="door" to={pages.askMatter}>
        <Icon name="law" big />
        <Box className="door__name">{names.legal}</Box>
        <Box className="muted">{homeText.legal}</Box>
      </Tap>
      <Tap className="door" to={pages.askNeed}>
        <Icon name="hand" big />
        <Box className="door__name">{names.needs}</Box>
        <Box className="muted">{homeText.needs}</Box>
      </Tap>
      {!elder && (
        <Tap className="door" to={pages.tasks}>
          <Icon name="people" big />
          <Box className="door__name">{homeText.doors.volunteers}</Box>
          <Box className="muted">{homeText.volunteers}</Box>
        </Tap>
      )}
    </Box>
  )
}

interface CareProps {
  name: string
  elder: boolean
  /** Undefined while nobody knows yet. */
  programmes: number | undefined
}

/** For whoever picks a child up it opens on the child's day; for the others on what can be signed up for. */
function CareDoor({ name, elder, programmes }: CareProps) {
  const signedIn = useSession() !== null
  const child = useOnlyChild(elder && signedIn)
  const toChild = child === null ? pages.children : pages.childDays(child)
  const known = programmes === undefined ? homeText.programmesLoading : homeText.programmes(programmes)
  return (
    <Tap className="door" to={elder ? toChild : pages.programmes}>
      <Icon name="care" big />
      <Box className="door__name">{name}</Box>
      <Box className="muted">{elder ? homeText.elderCare : known}</Box>
    </Tap>
  )
}
