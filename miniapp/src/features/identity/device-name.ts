import Taro from '@tarojs/taro'

const systems: [RegExp, string][] = [
  [/ipad|iphone|ios/i, 'iPhone'],
  [/android/i, 'Android'],
  [/harmony/i, '鸿蒙'],
  [/windows/i, 'Windows'],
  [/mac/i, 'Mac'],
]

/** What the list of devices will call this one, e.g. `Android 浏览器`. */
export function deviceName(): string {
  const { TARO_ENV } = process.env
  const app = TARO_ENV === 'weapp' ? '微信小程序' : TARO_ENV === 'alipay' ? '支付宝小程序' : '浏览器'
  const told = TARO_ENV === 'h5' ? navigator.userAgent : Taro.getSystemInfoSync().system
  const system = systems.find(([pattern]) => pattern.test(told))?.[1] ?? '其他设备'
  return `${system} ${app}`
}
