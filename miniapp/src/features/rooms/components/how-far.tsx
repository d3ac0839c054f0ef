import { metresBetween } from '@linli/contracts/distance'
import type { Position } from '@linli/contracts/rooms'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { whereAmI } from '../where-am-i'
import { distanceWords } from '../distance'
import { roomsText } from '../text'

/** Only where somebody asks: told once, worked out on the device, neither kept nor sent. */
export function HowFar({ to }: { to: Position }) {
  const [said, setSaid] = useState<string | null>(null)
  if (said !== null)
    return (
      <Box className="muted" live>
        {said}
      </Box>
    )
  const ask = async () => {
    const here = await whereAmI()
    setSaid(here === null ? roomsText.farUnknown : roomsText.far(distanceWords(metresBetween(here, to))))
  }
  return (
    <>
      <Tap className="map-link" onTap={() => void ask()}>
        {roomsText.howFar}
      </Tap>
      <Box className="muted">{roomsText.howFarHelp}</Box>
    </>
  )
}
