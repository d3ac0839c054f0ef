/** A file that a person keeps, on a platform that has no downloads: what happened is said as it was. */
import { expect, test } from 'vitest'
import type * as Saving from '../../../miniapp/src/shared/files/save-file'
import { withTaro } from '../../support/tabs'

const text = { type: 'text/html', text: '<p>小雨</p>' } as const
const table = { xlsx: 'UEsDBA==' } as const

interface Refuses {
  write?: Error
  share?: object
}

/** A platform that remembers its files and what was done with them. */
async function platform(refuses: Refuses = {}) {
  const files = new Map<string, string>()
  const done: string[] = []
  const answer = (what: string, refusal?: object) => {
    done.push(what)
    return refusal === undefined ? Promise.resolve() : Promise.reject(refusal as Error)
  }
  const disk = {
    writeFileSync(path: string, data: string) {
      if (refuses.write !== undefined) throw refuses.write
      files.set(path, data)
    },
    unlinkSync: (path: string) => void files.delete(path),
  }
  const taro = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => disk,
    shareFileMessage: () => answer('sent', refuses.share),
    openDocument: () => answer('opened'),
    setClipboardData: ({ data }: { data: string }) => answer(`copied ${data}`),
  }
  const { saveFile } = await withTaro<typeof Saving>(
    taro,
    () => import('../../../miniapp/src/shared/files/save-file'),
  )
  return { saveFile, files, done }
}

test.each([
  [{}, 'saved', ['sent']],
  [{ share: { errMsg: 'shareFileMessage:fail cancel' } }, 'cancelled', ['sent']],
  [{ share: { errMsg: 'shareFileMessage:fail' } }, 'copied', ['sent', `copied ${text.text}`]],
  [{ write: new Error('no room') }, 'copied', [`copied ${text.text}`]],
])('a text, with %o, is %s, and nothing of it stays', async (refuses, saved, steps) => {
  const { saveFile, files, done } = await platform(refuses)
  expect([await saveFile('export.html', text), done, files.size]).toEqual([saved, steps, 0])
})

test('a table is opened, to be sent on from there', async () => {
  const { saveFile, done } = await platform()
  expect([await saveFile('roster.xlsx', table), done]).toEqual(['saved', ['opened']])
})

test('a table for which there is no room is not said to be kept', async () => {
  const { saveFile, done } = await platform({ write: new Error('no room') })
  expect([await saveFile('roster.xlsx', table), done]).toEqual(['failed', []])
})
