import type { Standing } from '@linli/contracts/leaving'
import { roleWord } from '@linli/contracts/words'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { CallButton } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { leaveText } from '../text'

/** What has to end first, each with the way there. */
export const StandingCard = ({ standing }: { standing: readonly Standing[] }) => (
  <Card title={leaveText.first}>
    {standing.map((one, n) => (
      <One key={`${one.kind} ${one.caseId ?? one.childId ?? n}`} one={one} />
    ))}
    <Box className="between">
      <Box>{leaveText.call}</Box>
      <CallButton phone={undefined} />
    </Box>
  </Card>
)

function One({ one: { kind, title, caseId, childId, role } }: { one: Standing }) {
  if (kind === 'matter' && caseId !== null)
    return <Row title={leaveText.matter(title)} under={leaveText.matterHelp} to={pages.case(caseId)} />
  if (kind === 'child' && childId !== null)
    return <Row title={leaveText.child(title)} under={leaveText.childHelp} to={pages.child(childId)} />
  if (kind === 'role' && role !== null)
    return <Row title={leaveText.role(title, roleWord[role])} under={leaveText.roleHelp} />
  return <Row title={leaveText.duty(title)} under={leaveText.dutyHelp} />
}
