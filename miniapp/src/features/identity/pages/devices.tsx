import { useState } from 'react'
import { say } from '../../../shared/ui/page/say'
import { Answered } from '../../../shared/ui/answers/answered'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useDevices, useEndSession } from '../api'
import { DeviceRow } from '../components/device-row'
import { SignOutSheet } from '../components/sign-out-sheet'
import { identityText } from '../text'
import { Lead } from '../../../shared/ui/lead'

export default function DevicesPage() {
  const devices = useDevices()
  const [asking, setAsking] = useState(false)
  const endOne = useEndSession(() => say(identityText.endOneDone))
  const endAll = (
    <Button look="danger" onTap={() => setAsking(true)}>
      {identityText.endAll}
    </Button>
  )
  return (
    <Page title={identityText.devices} bar={endAll}>
      <Lead picture="home">{identityText.devicesHelp}</Lead>
      <Refusal problem={endOne.error} />
      <Answered query={devices} blocks={[180]}>
        {({ sessions }) => (
          <Card>
            {sessions.map((one) => (
              <DeviceRow key={one.id} one={one} onEnd={() => endOne.mutate({ params: { id: one.id } })} />
            ))}
          </Card>
        )}
      </Answered>
      {asking && <SignOutSheet everywhere onClose={() => setAsking(false)} />}
    </Page>
  )
}
