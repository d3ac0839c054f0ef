import type { Me } from '@linli/contracts/identity'
import { useCommunity } from '../../../shared/app-state/community'
import { setMode, useMode } from '../../../shared/app-state/display-mode'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useUpdateMe } from '../api'
import { identityText } from '../text'

export function Settings({ me }: { me: Me | null }) {
  const community = useCommunity()
  return (
    <Card>
      <Row
        icon="place"
        title={identityText.community}
        end={community?.name ?? identityText.noCommunity}
        to={pages.communities}
      />
      <ElderSwitch me={me} />
      {me !== null && (
        <>
          <Row icon="bell" title={identityText.inbox} to={pages.inbox} />
          <Row icon="cal" title={identityText.calendar} to={pages.calendar} />
          <Row icon="screen" title={identityText.devices} to={pages.devices} />
          <Row icon="search" title={identityText.records} to={pages.accessRecords} />
        </>
      )}
    </Card>
  )
}

/** Takes effect here at once; signed in, it follows the account to other devices. */
function ElderSwitch({ me }: { me: Me | null }) {
  const elder = useMode() === 'elder'
  const update = useUpdateMe(() => undefined)
  const toggle = () => {
    setMode(elder ? 'standard' : 'elder', me?.id ?? null)
    if (me !== null) update.mutate({ body: { elderMode: !elder } })
  }
  return (
    <Tap className="row" role="switch" checked={elder} label={identityText.elder} onTap={toggle}>
      <Box as="span" className="row__icon">
        <Icon name="people" />
      </Box>
      <Box className="row__words">
        <Box>{identityText.elder}</Box>
        <Box className="muted">{identityText.elderHelp}</Box>
      </Box>
      <Box as="span" decorative className={`switch ${elder ? 'switch--on' : ''}`} />
    </Tap>
  )
}
