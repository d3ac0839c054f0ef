import Taro from '@tarojs/taro'
import { signal } from '../app-state/signal'

/** Is there a network, as far as the device knows? */
export const online = signal(true)

/** Platforms that do not say are taken to have one: each call then learns by itself. */
export function watchNetwork() {
  try {
    Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected))
  } catch {
    // Missing on old platforms.
  }
  try {
    const asked: Promise<unknown> | undefined = Taro.getNetworkType({
      success: ({ networkType }) => online.set(networkType !== 'none'),
    })
    asked?.catch(() => undefined)
  } catch {
    // As above.
  }
}
