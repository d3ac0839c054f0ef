import Taro from '@tarojs/taro'
import { useCommunity } from '../community'
import { Tap } from './base/tap'
import { Icon } from './base/icon'
import { frameText, hotline } from './text'

/** The telephone of the page's community, of the person's own, or the government hotline: never nobody. */
export function usePhone(given: string | null | undefined): string {
  const community = useCommunity()
  return given ?? community?.phone ?? hotline
}

/** An extension is dialled after a pause. */
export const dial = (phone: string) => void Taro.makePhoneCall({ phoneNumber: phone.replace('转', ',') })

export function CallButton({ phone }: { phone: string | null | undefined }) {
  const number = usePhone(phone)
  return (
    <Tap className="call" label={frameText.callNumber(number)} onTap={() => dial(number)}>
      <Icon name="tel" />
      {frameText.call}
    </Tap>
  )
}
