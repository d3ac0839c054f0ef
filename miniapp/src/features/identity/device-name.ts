import Taro from '@tarojs/taro'
import { identityText } from './text'

const systems: [RegExp, string][] = [
  [/ipad|iphone|ios/i, 'iPhone'],
  [/android/i, 'Android'],
  [/harmony/i, identityText.harmony],
  [/windows/i, 'Windows'],
  [/mac/i, 'Mac'],
]

/** What the list of devices will call this one, e.g. `Android 浏览器`. */
export function deviceName(): string {
  const { TARO_ENV } = process.env
  const app = identityText.apps[TARO_ENV as 'weapp' | 'alipay'] ?? identityText.browser
  const told = TARO_ENV === 'h5' ? navigator.userAgent : Taro.getSystemInfoSync().system
  const system = systems.find(([pattern]) => pattern.test(told))?.[1] ?? identityText.otherDevice
  return `${system} ${app}`
}
