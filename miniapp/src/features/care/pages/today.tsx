import { useEffect, useState } from 'react'
import { isCarer } from '../../../shared/staff/grants'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { Tap } from '../../../shared/ui/base/tap'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { CareDayView } from '../components/care-day-view'
import { SetPinSheet } from '../components/set-pin-sheet'
import { keepPageHere } from '../../../shared/device/offline-pages'
import { careText } from '../text'
import { boardOf } from '../use-board'

/** The care day on a carer's own phone. */
export default function CareTodayPage() {
  const me = useMe()
  const [setting, setSetting] = useState(false)
  useEffect(() => keepPageHere('/care'), [])
  if (me === null) {
    return (
      <Page title={careText.title}>
        <SignInFirst help={careText.signInHelp} returnTo={pages.careToday} />
      </Page>
    )
  }
  const pin = (
    <Tap className="care-leave" onTap={() => setSetting(true)}>
      {careText.pin}
    </Tap>
  )
  return (
    <Page title={careText.title} wide>
      <CareDayView key={me.id} board={boardOf(me.id)} aside={isCarer(me) ? pin : null} />
      {setting && <SetPinSheet onClose={() => setSetting(false)} />}
    </Page>
  )
}
