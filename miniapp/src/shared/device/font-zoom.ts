import Taro from '@tarojs/taro'

const normal = 16

/** How much larger than usual WeChat's font-size setting is; a browser enlarges text by itself. */
export function zoom(): number {
  if (process.env.TARO_ENV !== 'weapp') return 1
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  return Math.min(1.5, Math.max(1, (fontSizeSetting ?? normal) / normal))
}
