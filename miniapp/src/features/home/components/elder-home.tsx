import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Age } from '../../../shared/ui/answers/answered'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import type { useHome } from '../api'
import { isSaid, missingToday } from '../missing'
import { homeText } from '../text'
import { Doors } from './doors'
import { ElderNext } from './elder-next'
import { Missing } from './missing'
import { Urgent } from './urgent'

/** What comes next in one sentence, what was not read, the doors that open; nothing else. */
export function ElderHome({ home }: { home: ReturnType<typeof useHome> }) {
  const now = useNow()
  const unread = home.data?.unread ?? 0
  const missing = missingToday(home.data?.missing, now)
  const signedIn = useSession() !== null
  return (
    <>
      {home.data !== undefined && <Age of={home} />}
      <Urgent alert={home.data?.alert} />
      <Missing all={missing} />
      {signedIn && !isSaid(missing, home.data?.next?.childId) && (
        <ElderNext next={home.data?.next} now={now} />
      )}
      {unread > 0 && (
        <Card>
          <Row title={homeText.unreadWide(unread)} to={pages.inbox} />
        </Card>
      )}
      <Doors home={home.data} />
    </>
  )
}

/** The telephone, always at hand below. */
export function ElderCall() {
  const phone = usePhone(null)
  return (
    <Button look="warm" onTap={() => dial(phone)}>
      {`${homeText.callCommunity} ${phone}`}
    </Button>
  )
}
