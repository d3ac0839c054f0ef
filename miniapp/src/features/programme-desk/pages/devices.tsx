import type { Grant } from '@linli/contracts/identity'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Row } from '../../../shared/ui/row'
import { InCommunities } from '../../../shared/staff/in-communities'
import { usePairingCode } from '../api'
import { Paired } from '../components/paired'
import { Pairing } from '../components/pairing'
import { PinLocks } from '../components/pin-locks'
import { Scoped } from '../components/scoped'
import { devicesText } from '../staff-text'

/** The tablets that carers share. */
export default function CareDevicesPage() {
  return (
    <Scoped title={devicesText.title} returnTo={pages.careDevices}>
      {(grant) => <Shown key={grant.division} grant={grant} />}
    </Scoped>
  )
}

function Shown({ grant }: { grant: Grant }) {
  const made = usePairingCode()
  return (
    <>
      <Lead picture="care">{devicesText.lead}</Lead>
      <Box className="pd__columns">
        <Box className="pd__main">
          <InCommunities grant={grant}>{(places) => <Pairing places={places} made={made} />}</InCommunities>
        </Box>
        <Box className="pd__side pd__part">
          <PinLocks />
          <Paired division={grant.division} waiting={made.data !== undefined} />
          <Card>
            <Row title={devicesText.here} under={devicesText.hereHelp} to={pages.careTablet} />
          </Card>
        </Box>
      </Box>
    </>
  )
}
