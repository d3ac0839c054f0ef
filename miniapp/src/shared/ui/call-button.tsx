import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCommunity } from '../app-state/community'
import { Box } from './base/box'
import { Tap } from './base/tap'
import { Icon } from './base/icon'
import { Button } from './button'
import { Sheet } from './sheets/sheet'
import { frameText, hotline } from '../words/frame-text'

/** The telephone of the page's community, of the person's own, or the government hotline: never nobody. */
export function usePhone(given: string | null | undefined): string {
  const community = useCommunity()
  return given ?? community?.phone ?? hotline
}

export const dial = (phone: string) => void Taro.makePhoneCall({ phoneNumber: phone })

/** Says the number before it dials: to be read out, written down, or called from another telephone. */
export function CallButton({ phone }: { phone: string | null | undefined }) {
  const number = usePhone(phone)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Tap className="call" label={frameText.callNumber(number)} onTap={() => setOpen(true)}>
        <Icon name="tel" />
        {frameText.call}
      </Tap>
      {open && (
        <Sheet title={frameText.call} onClose={() => setOpen(false)}>
          <Box className="call__number">{number}</Box>
          <Box className="muted">{number === hotline ? frameText.callHotline : frameText.callHelp}</Box>
          <Button onTap={() => dial(number)}>{frameText.dial(number)}</Button>
        </Sheet>
      )}
    </>
  )
}
