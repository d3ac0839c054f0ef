import Taro from '@tarojs/taro'
import type { Picked, Source } from './picked'

/** Where WeChat asks for a PDF: it lies in a chat. */
export const sources: readonly Source[] = ['picture', 'document']

/** @returns none when the person thought better of it */
export async function pickFiles(source: Source, most: number): Promise<Picked[]> {
  try {
    return source === 'picture' ? await pictures(most) : await documents(most)
  } catch {
    return []
  }
}

async function pictures(most: number): Promise<Picked[]> {
  const { tempFiles } = await Taro.chooseMedia({
    count: most,
    mediaType: ['image'],
    sizeType: ['compressed'],
    sourceType: ['album', 'camera'],
  })
  return tempFiles.map(({ tempFilePath, size }) => ({ content: tempFilePath, bytes: size }))
}

async function documents(most: number): Promise<Picked[]> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: most, type: 'file', extension: ['pdf'] })
  return tempFiles.map(({ path, size }) => ({ content: path, bytes: size }))
}
