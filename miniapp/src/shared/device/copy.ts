import Taro from '@tarojs/taro'

/** Puts a text on the clipboard; rejects where the platform does not let it. */
export const copyText = async (data: string): Promise<void> => {
  await Taro.setClipboardData({ data })
}
