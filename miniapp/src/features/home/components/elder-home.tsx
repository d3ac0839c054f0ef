import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import type { HomeAnswer } from '../api'
import { homeText } from '../text'
import { Doors } from './doors'

/** Four doors, the telephone, nothing else. */
export function ElderHome({ rooms }: { rooms: HomeAnswer['rooms'] | null }) {
  const phone = usePhone(null)
  return (
    <>
      <Doors rooms={rooms} />
      <Button look="warm" onTap={() => dial(phone)}>
        {homeText.callCommunity}
      </Button>
    </>
  )
}
