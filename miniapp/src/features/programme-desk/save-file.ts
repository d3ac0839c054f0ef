import Taro from '@tarojs/taro'

/** Writes a file that came as base64 and opens it, so that it can be sent on. @returns whether it was written */
export async function saveFile(fileName: string, base64: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
  const written = await new Promise<boolean>((done) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => done(true),
      fail: () => done(false),
    })
  })
  if (written) await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true }).catch(() => undefined)
  return written
}
