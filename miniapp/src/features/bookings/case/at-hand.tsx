import type { BookingDetail } from '@linli/contracts/booking-case'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { dial } from '../../../shared/ui/call-button'
import { MapLink } from '../../../shared/ui/map-link'
import { caseText } from './text'

interface Props {
  one: BookingDetail
}

const isAhead = ({ state }: BookingDetail) => state === 'pending' || state === 'confirmed'

/** Below the perforation of a booking's ticket: who opens the door, and the way there. */
export const atHand = {
  shows: (one: BookingDetail) => one.facts.keeper !== null || (isAhead(one) && one.facts.position !== null),
  Shown: ({ one }: Props) => (
    <>
      <Keeper one={one} />
      <Way one={one} />
    </>
  ),
}

/** Who opens the door, and their telephone. */
function Keeper({ one: { facts } }: Props) {
  const { keeper } = facts
  if (keeper === null) return null
  return (
    <Box className="person">
      <Box decorative className="person__sign">
        <Icon name="key" />
      </Box>
      <Box className="person__words">
        <Box className="strong">{caseText.opens(keeper.name)}</Box>
        <Box className="muted">{keeper.phone}</Box>
      </Box>
      <Tap
        className="person__call"
        label={caseText.callKeeper(keeper.name, keeper.phone)}
        onTap={() => dial(keeper.phone)}
      >
        <Icon name="tel" />
      </Tap>
    </Box>
  )
}

function Way({ one }: Props) {
  const { position, facilityName, address } = one.facts
  if (position === null || !isAhead(one)) return null
  return (
    <Box className="acts">
      <MapLink place={{ position, name: facilityName, address }} />
    </Box>
  )
}
