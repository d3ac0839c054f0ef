import { copyText } from '../../shared/device/copy'
import { say } from '../../shared/ui/page/say'
import { signupText } from './text'

/** Maps of a telephone are not told what to look for: the place is copied, to be looked for there. */
export async function openMap(place: string): Promise<void> {
  await copyText(place)
  say(signupText.mapCopied)
}
