import { useSession } from '../../../shared/session'
import { useNow } from '../../../shared/use-now'
import { Age } from '../../../shared/ui/answered'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import type { useHome } from '../api'
import { homeText } from '../text'
import { Doors } from './doors'
import { ElderNext } from './elder-next'

/** What comes next in one sentence, the doors that open, the telephone; nothing else. */
export function ElderHome({ home }: { home: ReturnType<typeof useHome> }) {
  const phone = usePhone(null)
  const now = useNow()
  const signedIn = useSession() !== null
  return (
    <>
      {home.data !== undefined && <Age of={home} />}
      {signedIn && <ElderNext next={home.data?.next} now={now} />}
      <Doors home={home.data} />
      <Button look="warm" onTap={() => dial(phone)}>
        {`${homeText.callCommunity} ${phone}`}
      </Button>
    </>
  )
}
