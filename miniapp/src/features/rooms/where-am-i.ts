import type { Position } from '@linli/contracts/rooms'
import Taro from '@tarojs/taro'

/** Where the device is, once; null where it is not told. */
export const whereAmI = async (): Promise<Position | null> => {
  try {
    const { longitude, latitude } = await Taro.getLocation({ type: 'wgs84' })
    return { longitude, latitude }
  } catch {
    return null
  }
}
