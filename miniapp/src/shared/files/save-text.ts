import Taro from '@tarojs/taro'

/** `copied`: where no file can be sent, the text is on the clipboard. */
export type Saved = 'saved' | 'copied' | 'cancelled'
export type TextType = 'application/json' | 'text/html'

/** Lets the person send a text to a chat of theirs as a file; nothing of it stays on the device. */
export async function saveText(name: string, text: string, _type: TextType): Promise<Saved> {
  const path = `${String(Taro.env.USER_DATA_PATH)}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(path, text, 'utf8')
    await Taro.shareFileMessage({ filePath: path, fileName: name })
    return 'saved'
  } catch (error) {
    if (/cancel/i.test(String((error as { errMsg?: string } | null)?.errMsg))) return 'cancelled'
    await Taro.setClipboardData({ data: text })
    return 'copied'
  } finally {
    remove(path)
  }
}

function remove(path: string) {
  try {
    Taro.getFileSystemManager().unlinkSync(path)
  } catch {
    // It was never written.
  }
}
