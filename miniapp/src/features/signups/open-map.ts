import Taro from '@tarojs/taro'
import { say } from '../../shared/ui/page/say'
import { signupText } from './text'

/** Maps of a telephone are not told what to look for: the place is copied, to be looked for there. */
export async function openMap(place: string): Promise<void> {
  await Taro.setClipboardData({ data: place })
  say(signupText.mapCopied)
}
