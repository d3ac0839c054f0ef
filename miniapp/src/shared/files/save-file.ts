import Taro from '@tarojs/taro'
import { copyText } from '../device/copy'

/** `copied`: where no file can be sent, its text is on the clipboard. `failed`: there was no room to write it. */
export type Saved = 'saved' | 'copied' | 'cancelled' | 'failed'

/** A table and a printed paper come as base64. */
export type FileContent =
  | { type: 'application/json' | 'text/html' | 'text/calendar'; text: string }
  | { xlsx: string }
  | { pdf: string }

/**
 * Lets the person keep a file. A text is sent to a chat of theirs, and nothing of it stays on the device; the others
 * are opened, from where it can be sent on.
 */
export const saveFile = (name: string, content: FileContent): Promise<Saved> =>
  'text' in content
    ? sendText(name, content.text)
    : 'xlsx' in content
      ? openBytes(name, 'xlsx', content.xlsx)
      : openBytes(name, 'pdf', content.pdf)

const pathOf = (name: string) => `${Taro.env.USER_DATA_PATH ?? ''}/${name}`

async function sendText(name: string, text: string): Promise<Saved> {
  const filePath = pathOf(name)
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await Taro.shareFileMessage({ filePath, fileName: name })
    return 'saved'
  } catch (error) {
    if (/cancel/i.test(String((error as { errMsg?: string } | null)?.errMsg))) return 'cancelled'
    await copyText(text)
    return 'copied'
  } finally {
    remove(filePath)
  }
}

async function openBytes(name: string, fileType: 'xlsx' | 'pdf', base64: string): Promise<Saved> {
  const filePath = pathOf(name)
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
  } catch {
    return 'failed'
  }
  await Taro.openDocument({ filePath, fileType, showMenu: true }).catch(() => undefined)
  return 'saved'
}

function remove(path: string) {
  try {
    Taro.getFileSystemManager().unlinkSync(path)
  } catch {
    // It was never written.
  }
}
