import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { leaveTablet, unlockTablet } from '../tablet'
import { tabletText } from '../tablet-text'
import { DigitPad } from './digit-pad'

/** Nobody has touched the tablet for a while: nothing of the children is on the screen until its carer is back. */
export function Locked({ name, onOpen }: { name: string; onOpen: () => void }) {
  const [wrong, setWrong] = useState(0)
  const open = (pin: string) => (unlockTablet(pin) ? onOpen() : setWrong(wrong + 1))
  return (
    <Box className="care-tablet">
      <Box as="h2" className="title">
        {tabletText.pin(name)}
      </Box>
      <Box as="p" role="status" className="muted">
        {wrong === 0 ? tabletText.locked : tabletText.lockedWrong}
      </Box>
      <DigitPad key={wrong} hidden label={tabletText.pinLabel} busy={false} onDone={open} />
      <Button look="plain" onTap={leaveTablet}>
        {tabletText.other}
      </Button>
    </Box>
  )
}
