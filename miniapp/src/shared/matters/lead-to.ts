import Taro from '@tarojs/taro'

/** A mini-program has no keyboard focus to lead. */
export const leadTo = (_id: string): void => undefined
export const jumpToFresh = (_id: string): void => undefined
export const typeBehind = (_id: string): void => undefined

/** Into sight, below the head. A platform that cannot scroll a page leaves it where it is. */
export function jumpTo(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -120, duration: 0 }).catch(() => undefined)
}
