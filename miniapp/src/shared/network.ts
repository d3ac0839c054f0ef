import Taro from '@tarojs/taro'
import { signal } from './signal'

/** Is there a network, as far as the device knows? */
export const online = signal(true)

export function watchNetwork() {
  Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected))
  void Taro.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') })
}
