import type { File } from '@linli/contracts/files'
import { meOf, tokenFamily, withTaro } from '../../support/tabs'
import { id } from './made-case'

export const hour = 3_600_000
/** Monday 23 November 2026, 8:00 in Shanghai. */
export const begin = Date.parse('2026-11-23T08:00:00+08:00')
export const [lixiu, wang] = ['a', 'b'].map(
  (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000001`,
) as [string, string]

export const file = (of: string): File => ({ id: of, kind: 'picture', createdAt: '', pages: [] })

export interface Sent {
  method: string
  url: string
}

export interface Answer {
  statusCode: number
  data: unknown
}

/** The app's own code over a device that is a map, and a service that does what it is told. */
export function device(person: string | null) {
  const stored = new Map<string, string>()
  const sent: Sent[] = []
  const service = {
    answer: ({ method }: Sent): Answer | Promise<Answer> => ({
      statusCode: 200,
      data: method === 'GET' ? { files: [] } : {},
    }),
    /** Takes a file when the test lets it. */
    take: (): Promise<string> => Promise.resolve(id),
  }
  const platform = {
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, text: string) => void stored.set(key, text),
    removeStorageSync: (key: string) => void stored.delete(key),
    getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
    async request({ method, url }: Sent) {
      if (method !== 'GET') sent.push({ method, url })
      return { ...(await service.answer({ method, url })), header: {} }
    },
    uploadFile: async () => ({ statusCode: 201, data: JSON.stringify(file(await service.take())) }),
  }
  if (person !== null) stored.set('linli.session', JSON.stringify(sessionOf(person)))
  const open = () =>
    withTaro(platform, async () => ({
      storage: await import('../../../miniapp/src/shared/device/storage'),
      drafts: await import('../../../miniapp/src/shared/session/drafts'),
      own: await import('../../../miniapp/src/shared/matters/own-drafts'),
      kept: await import('../../../miniapp/src/shared/matters/kept-draft'),
      session: await import('../../../miniapp/src/shared/session/session'),
      quiet: await import('../../../miniapp/src/shared/http/quiet-writes'),
      call: await import('../../../miniapp/src/shared/http/call'),
      network: await import('../../../miniapp/src/shared/device/network'),
      letGo: await import('../../../miniapp/src/shared/files/let-go'),
      handIn: await import('../../../miniapp/src/shared/files/hand-in'),
      wipe: await import('../../../miniapp/src/shared/matters/wipe'),
    }))
  return { stored, sent, service, open }
}

export const sessionOf = (person: string) => ({
  ...{ tokens: tokenFamily(1).tokens(), me: meOf(person), renewalKey: 'x' },
})

/** As a page opens it. */
export const page = {
  ...{ empty: { words: '', urgency: null as string | null, step: 0, files: [] as string[] } },
  isEmpty: (of: { words: string; urgency: string | null; files: string[] }) =>
    of.words === '' && of.urgency === null && of.files.length === 0,
  isAlive: () => true,
  show: () => undefined,
}

export const removing = (of: string): Sent => ({ method: 'DELETE', url: `/v1/files/${of}` })
