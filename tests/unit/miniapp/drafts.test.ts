/** A draft of a matter is found and ended by whoever wrote it and nobody else, and by the clock. */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ownDays, unsignedHours } from '../../../miniapp/src/shared/session/draft-life'
import { begin, device, hour, lixiu, page, wang } from './drafts-device'

beforeEach(() => {
  vi.stubGlobal('API_ORIGIN', '')
  vi.useFakeTimers({ toFake: ['Date'], now: begin })
})

afterEach(() => void vi.useRealTimers())

test('what was written before signing in ends after two hours, untouched; what is somebody’s own after seven days', async () => {
  const { open, stored } = device(null)
  const { drafts, own, wipe } = await open()
  const name = wipe.draftName('ask')
  for (const [owner, lasts] of [
    [null, unsignedHours * hour],
    [lixiu, ownDays * 24 * hour],
  ] as const) {
    own.keepOwn(name, { words: '他打我' }, owner, begin)
    expect(own.readOwn(name, owner, begin + lasts - 1)).toEqual({
      draft: { words: '他打我' },
      at: begin,
    })
    // Touched again, it lasts as long again.
    own.keepOwn(name, { words: '他打我' }, owner, begin + lasts - 1)
    drafts.forgetOldDrafts(begin + lasts)
    expect(stored.size).toBe(1)
    drafts.forgetOldDrafts(begin + 2 * lasts)
    expect([...stored]).toEqual([])
  }
  expect(unsignedHours).toBe(2)
})

test('a draft of an earlier app, which had no time, ends from when it is first seen', async () => {
  const { open, stored } = device(null)
  const { drafts, own, storage, wipe } = await open()
  storage.store(wipe.draftName('ask'), { words: '他打我', owner: null })
  expect(own.readOwn(wipe.draftName('ask'), null, begin)?.draft).toEqual({ words: '他打我' })
  drafts.forgetOldDrafts(begin + 2 * hour)
  expect([...stored]).toEqual([])
})

test('who left in one tab finds nothing in another one, in which one more key is pressed; in their next page they write again', async () => {
  const { open, stored } = device(lixiu)
  const [one, other] = [await open(), await open()]
  const name = one.wipe.draftName('ask')
  const begun = (tab: typeof one, since = tab.wipe.lastLeft()) =>
    tab.kept.openDraft({ ...page, name, owner: lixiu, isAlive: () => tab.wipe.lastLeft() === since })
  const draft = begun(other)
  draft.put({ words: '他打' })
  one.wipe.leaveMatters()
  draft.put({ words: '他打我' })
  expect(JSON.stringify([...stored])).not.toMatch(/他打|draft/)
  begun(other).put({ words: '他打我' })
  expect(JSON.stringify([...stored])).toContain('他打我')
})

test('whoever’s session ended half way loses nothing to a tap, nor to whoever is signed in next', async () => {
  const { open, stored } = device(null)
  const { drafts, kept, storage, wipe } = await open()
  const name = wipe.draftName('ask')
  const at = (owner: string | null) => kept.openDraft({ ...page, name, owner })
  // As an earlier app kept it.
  storage.store(name, { ...page.empty, words: '他打我', step: 3, owner: lixiu, at: begin })
  // Nobody is signed in: one tap, and the way back.
  const unsigned = at(null)
  expect(unsigned.now().draft).toEqual(page.empty)
  unsigned.put({ urgency: 'date' })
  unsigned.put({ urgency: null, step: 1 })
  // Somebody else of this telephone.
  const other = at(wang)
  expect(other.now().draft).toEqual(page.empty)
  other.put({ words: '借钱' })
  other.giveUp()
  expect(at(lixiu).now().draft).toMatchObject({ words: '他打我', step: 3 })
  // One tap again, and from there to sign in: it comes along, and what was there stays.
  unsigned.put({ urgency: 'danger' })
  drafts.takeAlong(name, begin)
  drafts.settleDrafts(lixiu, begin)
  expect(at(lixiu).now().draft).toMatchObject({ words: '他打我', urgency: 'danger', step: 1 })
  expect(stored.size).toBe(1)
})

type Step =
  | { do: 'write'; by: string | null }
  | { do: 'begin and give up'; by: string | null }
  | { do: 'wait'; minutes: number }
  | { do: 'go and sign in' }
  | { do: 'come back' }
  | { do: 'sign in'; as: string }

const anybody = fc.constantFrom(null, null, lixiu, wang)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), by: anybody }),
  fc.record({ do: fc.constant('write' as const), by: anybody }),
  fc.record({ do: fc.constant('begin and give up' as const), by: anybody }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 14, 16, 119, 121, 10_000) }),
  fc.constant({ do: 'go and sign in' as const }),
  fc.constant({ do: 'go and sign in' as const }),
  fc.constant({ do: 'come back' as const }),
  fc.record({ do: fc.constant('sign in' as const), as: fc.constantFrom(lixiu, wang) }),
)

/** Of one writer: what they wrote, when it was touched, and since when they are on their way to sign in. */
interface Written {
  marks: string[]
  at: number
  went: number | null
}

test('nobody finds or ends what somebody else wrote: it goes along only with whoever signs in from it', async () => {
  const { open, stored } = device(null)
  const { drafts, kept, wipe } = await open()
  const name = wipe.draftName('ask')
  const at = (owner: string | null) => kept.openDraft({ ...page, name, owner })
  let [adopted, joined] = [0, 0]
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24, size: 'max' }), (steps) => {
      stored.clear()
      let now = begin
      const model = new Map<string | null, Written>()
      for (const [n, one] of steps.entries()) {
        vi.setSystemTime(now)
        const unsigned = model.get(null)
        if (one.do === 'write') {
          const draft = at(one.by)
          draft.put({ words: `${draft.now().draft.words}<${n}>` })
          model.set(one.by, { marks: [...(model.get(one.by)?.marks ?? []), `<${n}>`], at: now, went: null })
        }
        if (one.do === 'begin and give up') {
          const draft = at(one.by)
          draft.put({ urgency: 'date' })
          draft.giveUp()
          model.delete(one.by)
        }
        if (one.do === 'wait') now += one.minutes * 60_000
        if (one.do === 'go and sign in') drafts.takeAlong(name, now)
        if (one.do === 'come back') drafts.leaveBehind(name)
        if (one.do === 'sign in') drafts.settleDrafts(one.as, now)
        if (unsigned !== undefined) {
          if (one.do === 'go and sign in') unsigned.went = now
          if (one.do === 'come back') unsigned.went = null
          if (one.do === 'sign in') {
            model.delete(null)
            if (unsigned.went !== null && now - unsigned.went <= 15 * 60_000) {
              const before = model.get(one.as)?.marks ?? []
              model.set(one.as, { marks: [...before, ...unsigned.marks], at: now, went: null })
              adopted += 1
              if (before.length > 0) joined += 1
            }
          }
        }
        vi.setSystemTime(now)
        for (const [owner, { at: touched }] of model)
          if (now - touched >= (owner === null ? unsignedHours : ownDays * 24) * hour) model.delete(owner)
        for (const reader of [null, lixiu, wang])
          expect(at(reader).now().draft.words.match(/<\d+>/g) ?? []).toEqual(model.get(reader)?.marks ?? [])
        // One for each, and nothing besides.
        expect(stored.size).toBe(model.size)
      }
    }),
  )
  expect(Math.min(adopted, joined)).toBeGreaterThan(0)
})
