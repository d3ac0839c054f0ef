import { Age } from '../../../shared/ui/answered'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import type { useHome } from '../api'
import { homeText } from '../text'
import { Doors } from './doors'

/** Four doors, the telephone, nothing else. */
export function ElderHome({ home }: { home: ReturnType<typeof useHome> }) {
  const phone = usePhone(null)
  return (
    <>
      {home.data !== undefined && <Age of={home} />}
      <Doors home={home.data} />
      <Button look="warm" onTap={() => dial(phone)}>
        {homeText.callCommunity}
      </Button>
    </>
  )
}
