import { useState } from 'react'
import { useMode } from '../../../shared/mode'
import { pages } from '../../../shared/pages'
import { Box } from '../../../shared/ui/base/box'
import { Icon, type IconName } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import type { HomeAnswer } from '../api'
import { homeText } from '../text'
import { BuildingSheet } from './building-sheet'

type Later = 'care' | 'legal' | 'volunteers'
const later: readonly { door: Later; icon: IconName }[] = [
  { door: 'care', icon: 'care' },
  { door: 'legal', icon: 'law' },
  { door: 'volunteers', icon: 'hand' },
]

/** The four large doors. What is not built yet says so and offers the telephone. */
export function Doors({ rooms }: { rooms: HomeAnswer['rooms'] | null }) {
  const elder = useMode() === 'elder'
  const names = elder ? homeText.elderDoors : homeText.doors
  const [asked, setAsked] = useState<Later | null>(null)
  return (
    <Box className="doors">
      <Tap className="door" to={pages.rooms}>
        <Icon name="room" big />
        <Box className="door__name">{names.rooms}</Box>
        <Box className="muted">
          {rooms === null ? homeText.freeLoading : homeText.today[rooms.left](rooms.freeToday)}
        </Box>
      </Tap>
      {later.map(({ door, icon }) => (
        <Tap key={door} className="door door--later" onTap={() => setAsked(door)}>
          <Icon name={icon} big />
          <Box className="door__name">{names[door]}</Box>
          <Box className="muted">{homeText.building}</Box>
        </Tap>
      ))}
      {asked !== null && <BuildingSheet name={names[asked]} onClose={() => setAsked(null)} />}
    </Box>
  )
}
