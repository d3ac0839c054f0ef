import { useEffect, useState } from 'react'
import { useMeNow } from '../../features/identity/api'
import { AboutDoor } from '../../features/identity/components/about-door'
import { FamilyDoor } from '../../features/identity/components/family-door'
import { Guest } from '../../features/identity/components/guest'
import { OwnData } from '../../features/identity/components/own-data'
import { Settings } from '../../features/identity/components/settings'
import { SignOutSheet } from '../../features/identity/components/sign-out-sheet'
import { StaffDoor } from '../../features/identity/components/staff-door'
import { Who } from '../../features/identity/components/who'
import { identityText } from '../../features/identity/text'
import { renewMe, useMe } from '../../shared/session/session'
import { Button } from '../../shared/ui/button'
import { Page } from '../../shared/ui/page/page'

export default function MePage() {
  const me = useMe()
  const [leaving, setLeaving] = useState(false)
  const fresh = useMeNow(me !== null).data
  useEffect(() => {
    if (fresh !== undefined) renewMe(fresh)
  }, [fresh])
  return (
    <Page title={identityText.title} tab="me">
      {me === null ? <Guest /> : <Who me={me} />}
      {me !== null && <FamilyDoor />}
      {me !== null && <StaffDoor me={me} />}
      <Settings me={me} />
      <AboutDoor />
      {me !== null && <OwnData />}
      {me !== null && (
        <Button look="plain" onTap={() => setLeaving(true)}>
          {identityText.signOut}
        </Button>
      )}
      {leaving && me !== null && <SignOutSheet everywhere={false} onClose={() => setLeaving(false)} />}
    </Page>
  )
}
