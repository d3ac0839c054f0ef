import type { Grant } from '@linli/contracts/identity'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { InCommunities } from '../../../shared/staff/in-communities'
import { usePendingLinks } from '../api'
import { MovesCard } from '../components/moves-card'
import { Programmes } from '../components/programmes'
import { Scoped } from '../components/scoped'
import { listText } from '../text'

/** The programmes of my communities, and what waits for staff around them. */
export default function DeskProgrammesPage() {
  return (
    <Scoped title={listText.title} returnTo={pages.deskProgrammes}>
      {(grant) => <Shown key={grant.division} grant={grant} />}
    </Scoped>
  )
}

const Shown = ({ grant }: { grant: Grant }) => (
  <Box className="pd__columns">
    <Box className="pd__main">
      <InCommunities grant={grant}>
        {([{ code }]) => <Programmes key={code} community={code} division={grant.division} />}
      </InCommunities>
    </Box>
    <Box className="pd__side pd__part">
      <Todo division={grant.division} />
      <MovesCard division={grant.division} />
    </Box>
  </Box>
)

function Todo({ division }: { division: string }) {
  const links = usePendingLinks(division).data?.links
  const waiting =
    links === undefined ? undefined : links.length === 0 ? listText.none : listText.n(links.length)
  return (
    <Card title={listText.todo}>
      <Row title={listText.guardians} under={listText.guardiansHelp} end={waiting} to={pages.deskGuardians} />
      <Row title={listText.devices} under={listText.devicesHelp} to={pages.careDevices} />
    </Card>
  )
}
