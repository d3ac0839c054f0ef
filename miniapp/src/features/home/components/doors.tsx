import { useState } from 'react'
import { useMode } from '../../../shared/app-state/display-mode'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Box } from '../../../shared/ui/base/box'
import { Icon, type IconName } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { type HomeAnswer, useOnlyChild } from '../api'
import { homeText } from '../text'
import { BuildingSheet } from './building-sheet'

type Later = 'volunteers'
const later: readonly { door: Later; icon: IconName }[] = [{ door: 'volunteers', icon: 'hand' }]

/** The large doors. What is not built yet says so and offers the telephone; in large text only what opens is there. */
export function Doors({ home }: { home: HomeAnswer | undefined }) {
  const elder = useMode() === 'elder'
  const names = elder ? homeText.elderDoors : homeText.doors
  const [asked, setAsked] = useState<Later | null>(null)
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
      {elder && (
        <Tap className="door" to={pages.askNeed}>
          <Icon name="hand" big />
          <Box className="door__name">{names.needs}</Box>
          <Box className="muted">{homeText.needs}</Box>
        </Tap>
      )}
      {!elder &&
        later.map(({ door, icon }) => (
          <Tap key={door} className="door door--later" onTap={() => setAsked(door)}>
            <Icon name={icon} big />
            <Box className="door__name">{homeText.doors[door]}</Box>
            <Box className="muted">{homeText.building}</Box>
          </Tap>
        ))}
      {asked !== null && <BuildingSheet name={homeText.doors[asked]} onClose={() => setAsked(null)} />}
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
