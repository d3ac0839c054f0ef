import { useShareAppMessage } from '@tarojs/taro'
import { pages } from '../../shared/navigation/pages'
import { frameText } from '../../shared/words/frame-text'
import { cardNow } from '../../shared/device/share-card'

/**
 * What the menu and the button of a mini-program pass on: the card of the page, or the first page. Without this it would be the
 * page's own address, with whose matter it is, and its picture as it stands there.
 */
export function useSharing() {
  useShareAppMessage(() => {
    const card = cardNow()
    const { title, page } = card ?? { title: frameText.app, page: pages.home }
    return { title, path: page, imageUrl: '/drawings/share.jpg' }
  })
}
