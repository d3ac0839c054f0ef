import { useMode } from '../../../shared/app-state/display-mode'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Box } from '../../../shared/ui/base/box'
import { Door } from '../../../shared/ui/door'
import { type HomeAnswer, useOnlyChild } from '../api'
import { homeText } from '../text'

/** The doors, all of which open: what is used most is wide; in large text four of one size. */
export function Doors({ home }: { home: HomeAnswer | undefined }) {
  const elder = useMode() === 'elder'
  const names = elder ? homeText.elderDoors : homeText.doors
  const rooms =
    home === undefined ? homeText.freeLoading : homeText.today[home.rooms.left](home.rooms.freeToday)
  return (
    <Box className="doors">
      <Door
        name={names.rooms}
        fact={elder ? undefined : rooms}
        picture="room"
        tone="sand"
        to={pages.rooms}
        {...(elder ? {} : { look: 'wide' as const })}
      />
      <CareDoor name={names.care} elder={elder} programmes={home?.programmes} />
      <Door
        name={names.legal}
        fact={elder ? undefined : homeText.legal}
        picture="law"
        tone="gold"
        to={pages.askMatter}
      />
      <Door
        name={names.needs}
        fact={elder ? undefined : homeText.needs}
        picture="home"
        tone="sand"
        to={pages.askNeed}
      />
      {!elder && (
        <Door
          name={homeText.doors.volunteers}
          fact={homeText.volunteers}
          picture="hand"
          tone="pine"
          to={pages.tasks}
        />
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
    <Door
      name={name}
      fact={elder ? undefined : known}
      picture="care"
      tone="torch"
      to={elder ? toChild : pages.programmes}
    />
  )
}
