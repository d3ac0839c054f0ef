import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { homeText } from '../text'
import { Doors } from './doors'

/** Four doors, the telephone, nothing else. */
export function ElderHome({ freeToday }: { freeToday: number | null }) {
  const phone = usePhone(null)
  return (
    <>
      <Doors freeToday={freeToday} />
      <Button look="warm" onTap={() => dial(phone)}>
        {homeText.callCommunity}
      </Button>
    </>
  )
}
