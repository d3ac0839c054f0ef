import Taro from '@tarojs/taro'

/** A browser has no scanner of its own: there the digits are typed. */
export const canScan = process.env.TARO_ENV !== 'h5'

/** @returns what stands in the picture; undefined where nothing was read */
export async function scan(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch {
    return undefined
  }
}
