/** A draft of a matter is found by whoever wrote it and nobody else, ends by the clock, and loses no picture on the way. */
import type { File } from '@linli/contracts/files'
import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { shownOf, withOne, without } from '../../../miniapp/src/shared/files/entries'
import { ownDays, unsignedHours } from '../../../miniapp/src/shared/session/draft-life'
import { meOf, tokenFamily, withTaro } from '../../support/tabs'
import { id } from './made-case'

const hour = 3_600_000
const begin = Date.parse('2026-11-23T08:00:00+08:00')
const [lixiu, wang] = ['a', 'b'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000001`) as [
  string,
  string,
]

interface Sent {
  method: string
  url: string
}

/** The app's own code over a device that is a map, and a service that does what it is told. */
function device(person: string | null) {
  const stored = new Map<string, string>()
  const sent: Sent[] = []
  const platform = {
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, text: string) => void stored.set(key, text),
    removeStorageSync: (key: string) => void stored.delete(key),
    getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
    request(request: Sent) {
      sent.push({ method: request.method, url: request.url })
      return Promise.resolve({ statusCode: 200, data: {}, header: {} })
    },
  }
  if (person !== null) {
    const session = { tokens: tokenFamily(1).tokens(), me: meOf(person), renewalKey: 'x' }
    stored.set('linli.session', JSON.stringify(session))
  }
  const open = () =>
    withTaro(platform, async () => ({
      storage: await import('../../../miniapp/src/shared/device/storage'),
      drafts: await import('../../../miniapp/src/shared/session/drafts'),
      session: await import('../../../miniapp/src/shared/session/session'),
      quiet: await import('../../../miniapp/src/shared/http/quiet-writes'),
      network: await import('../../../miniapp/src/shared/device/network'),
      wipe: await import('../../../miniapp/src/shared/matters/wipe'),
    }))
  return { stored, sent, open }
}

beforeEach(() => {
  vi.stubGlobal('API_ORIGIN', '')
})

test('what was written before signing in ends after two hours, untouched; what is somebody’s own after seven days', async () => {
  const { open, stored } = device(null)
  const { drafts, wipe } = await open()
  const name = wipe.draftName('ask')
  for (const [owner, lasts] of [
    [null, unsignedHours * hour],
    [lixiu, ownDays * 24 * hour],
  ] as const) {
    drafts.keepDraft(name, { words: '他打我' }, owner, begin)
    expect(drafts.readDraft(name, owner, begin + lasts - 1)).toEqual({
      draft: { words: '他打我' },
      at: begin,
    })
    // Touched again, it lasts as long again.
    drafts.keepDraft(name, { words: '他打我' }, owner, begin + lasts - 1)
    drafts.forgetOldDrafts(begin + lasts)
    expect(stored.size).toBe(1)
    drafts.forgetOldDrafts(begin + 2 * lasts)
    expect([...stored]).toEqual([])
  }
  expect(unsignedHours).toBe(2)
})

test('a draft of an earlier app, which had no time, ends from when it is first seen', async () => {
  const { open, stored } = device(null)
  const { drafts, storage, wipe } = await open()
  storage.store(wipe.draftName('ask'), { words: '他打我', owner: null })
  expect(drafts.readDraft(wipe.draftName('ask'), null, begin)?.draft).toEqual({ words: '他打我' })
  drafts.forgetOldDrafts(begin + 2 * hour)
  expect([...stored]).toEqual([])
})

type Step =
  | { do: 'write'; by: string | null }
  | { do: 'wait'; minutes: number }
  | { do: 'go and sign in' }
  | { do: 'come back' }
  | { do: 'sign in'; as: string }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), by: fc.constantFrom(null, null, lixiu, wang) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 14, 16, 119, 121) }),
  fc.constant({ do: 'go and sign in' as const }),
  fc.constant({ do: 'come back' as const }),
  fc.record({ do: fc.constant('sign in' as const), as: fc.constantFrom(lixiu, wang) }),
)

test('nobody finds what somebody else wrote: it goes along only with whoever signs in from it', async () => {
  const { open, stored } = device(null)
  const { drafts, wipe } = await open()
  const name = wipe.draftName('ask')
  let adopted = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      stored.clear()
      let now = begin
      /** Who wrote it, when it was touched, and since when they are on their way to sign in. */
      let model: { owner: string | null; at: number; went: number | null } | null = null
      for (const one of steps) {
        if (one.do === 'write') {
          drafts.keepDraft(name, { words: '他打我' }, one.by, now)
          model = { owner: one.by, at: now, went: null }
        }
        if (one.do === 'wait') now += one.minutes * 60_000
        if (one.do === 'go and sign in') drafts.takeAlong(name, now)
        if (one.do === 'come back') drafts.leaveBehind(name)
        if (one.do === 'sign in') drafts.settleDrafts(one.as, now)
        if (model?.owner === null) {
          if (one.do === 'go and sign in') model.went = now
          if (one.do === 'come back') model.went = null
          if (one.do === 'sign in') {
            const comes: boolean = model.went !== null && now - model.went <= 15 * 60_000
            model = comes ? { owner: one.as, at: now, went: null } : null
            if (comes) adopted += 1
          }
        }
        if (model !== null && model.owner === null && now - model.at >= 2 * hour) model = null
        for (const reader of [null, lixiu, wang]) {
          const found = drafts.readDraft(name, reader, now) !== null
          expect(found).toBe(model !== null && model.owner === reader)
        }
      }
    }),
  )
  expect(adopted).toBeGreaterThan(0)
})

test('快速离开 lets pictures of drafts go, at once or when there is a network again, and in nobody else’s name', async () => {
  const { open, stored, sent } = device(lixiu)
  const { drafts, storage, quiet, network, session, wipe } = await open()
  drafts.keepDraft(wipe.draftName('ask'), { words: '他打我', files: [id] }, lixiu, begin)
  network.online.set(false)
  wipe.wipeMatters()
  await quiet.sendQuiet()
  expect(sent).toEqual([])
  expect(JSON.stringify([...stored])).not.toContain('他打我')
  // Somebody else on this device says nothing of them.
  network.online.set(true)
  const whose = session.currentSession()
  storage.forget('session')
  session.followStorage()
  await quiet.sendQuiet()
  expect(sent).toEqual([])
  storage.store('session', whose)
  session.followStorage()
  expect(storage.recall('quiet')).toHaveLength(1)
  await quiet.sendQuiet()
  expect(sent).toEqual([{ method: 'DELETE', url: `/v1/files/${id}` }])
  expect(storage.recall('quiet')).toEqual([])
})

const file = (of: string): File => ({ id: of, kind: 'picture', createdAt: '', pages: [] })

test('every picture that a draft keeps is shown, whether the service could be asked or not', () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: 6 })
  fc.assert(
    fc.property(ids, ids, fc.uuid(), (kept, answered, fresh) => {
      const known = new Map(answered.map((one) => [one, file(one)]))
      expect(shownOf(kept, known, []).map(({ key }) => key)).toEqual(kept)
      // What comes while somebody takes one away neither brings it back nor is lost.
      const after = withOne(fresh)(without(answered)(kept))
      expect(after).toContain(fresh)
      expect(new Set(after)).toEqual(new Set([...kept.filter((one) => !answered.includes(one)), fresh]))
    }),
  )
})
