import Taro from '@tarojs/taro'
import { pages } from '../navigation/pages'
import { leaveMatters } from './wipe'

/** Home, with no page left to go back to. */
export function leaveWithoutTrace() {
  leaveMatters()
  void Taro.reLaunch({ url: pages.home })
}
