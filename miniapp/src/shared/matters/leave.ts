import Taro from '@tarojs/taro'
import { pages } from '../navigation/pages'
import { wipeMatters } from './wipe'

/** Home, with no page left to go back to. */
export function leaveWithoutTrace() {
  wipeMatters()
  void Taro.reLaunch({ url: pages.home })
}
