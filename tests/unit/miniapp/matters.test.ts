/** A matter leaves nothing on the device, and is told in order; what is sent of a draft is what was written. */
import type { CaseEvent } from '@linli/contracts/case-base'
import { consultationTransitions } from '@linli/contracts/consultation-case'
import type { Thread, ThreadLine } from '@linli/contracts/consultation-thread'
import { requestConsultation } from '@linli/contracts/consultations'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { consultationFace } from '../../../miniapp/src/features/consultations/face'
import type { MatterDraft } from '../../../miniapp/src/features/consultations/draft'
import { toBody } from '../../../miniapp/src/features/consultations/body'
import { wordsAreGone } from '../../../miniapp/src/features/consultations/words-gone'
import { monthBeside } from '../../../miniapp/src/features/adviser/month'
import { isWhole, spanOf } from '../../../miniapp/src/features/adviser/times'
import { feedItems, lastLine, latestFrom } from '../../../miniapp/src/shared/matters/feed-items'
import { withTaro } from '../../support/tabs'
import { id } from './made-case'

const secret = '他打我'

/** The app's own code over a device that is a map. */
function device() {
  const stored = new Map<string, string>()
  const platform = {
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, text: string) => void stored.set(key, text),
    removeStorageSync: (key: string) => void stored.delete(key),
    getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
  }
  const open = () =>
    withTaro(platform, async () => ({
      storage: await import('../../../miniapp/src/shared/device/storage'),
      keys: await import('../../../miniapp/src/shared/http/idempotency-key'),
      answers: await import('../../../miniapp/src/shared/http/stored-answers'),
      client: await import('../../../miniapp/src/shared/http/query-client'),
      wipe: await import('../../../miniapp/src/shared/matters/wipe'),
      saying: await import('../../../miniapp/src/shared/ui/page/say'),
    }))
  return { stored, open }
}

test('快速离开 wipes drafts, what was sent and not answered, and every answer; and nothing else', async () => {
  const { stored, open } = device()
  const { storage, keys, answers, client, wipe, saying } = await open()
  storage.store('community', { code: '532301101001' })
  storage.store('draft.booking', { note: '投影' })
  keys.idempotencyKeyFor('POST /bookings null', { note: '投影' })
  const others = new Map(stored)

  storage.store(wipe.draftName('ask'), { words: secret })
  storage.store(wipe.draftName(`line.${id}`), { words: secret })
  for (const path of ['/consultations', '/consultations/:id/lines', '/consultation-referrals/:id/consent'])
    keys.idempotencyKeyFor(`POST ${path} {"id":"${id}"}`, { words: secret })
  answers.storeAnswer(`["cases","/cases/:id",${id}]`, { type: 'consultation' })
  client.queryClient.setQueryData(['consultations', id], { lines: [secret] })
  saying.saying.set({ words: secret, at: 0 })

  wipe.wipeMatters()
  expect(stored).toEqual(others)
  expect(client.queryClient.getQueryCache().getAll()).toEqual([])
  expect(saying.saying.get()).toBeNull()
})

test('what a device could not store is wiped, too', async () => {
  const { stored, open } = device()
  const { storage, wipe } = await open()
  stored.set = () => {
    throw new Error('full')
  }
  storage.store(wipe.draftName('ask'), { words: secret })
  expect(storage.recall(wipe.draftName('ask'))).toEqual({ words: secret })
  wipe.wipeMatters()
  expect(storage.recall(wipe.draftName('ask'))).toBeNull()
})

const draft: MatterDraft = {
  ...{ step: 6, urgency: 'none', topic: null, happenedOn: '', words: ' 欠工钱 ', opposite: ' ' },
  ...{ reach: null, unnamed: false, files: [id] },
}

test('what is sent is what the service takes: only what presses and the words are needed', () => {
  const body = toBody(draft, '532301101001')
  expect(requestConsultation.body.safeParse(body).success).toBe(true)
  expect(body).toMatchObject({
    words: '欠工钱',
    opposite: null,
    happenedOn: null,
    reach: 'here',
    files: [id],
  })
  expect(toBody({ ...draft, urgency: null }, '532301101001')).toBeNull()
  expect(toBody({ ...draft, words: '  ' }, '532301101001')).toBeNull()
})

const line = (n: number, at: string, side: ThreadLine['side']): ThreadLine => ({
  ...{ id: `line ${n}`, n, at, side, by: side === 'party' ? null : '高正荣', kind: 'answer', words: `${n}` },
  ...{ files: [], corrects: null },
})

const thread: Thread = {
  ...{ caseId: id, readAs: 'party', intake: null, person: null, unnamed: false, appointments: [] },
  lines: [line(1, '2026-11-23T02:00:00Z', 'party'), line(2, '2026-11-23T04:00:00Z', 'adviser')],
  readUpTo: { party: 0, adviser: 1 },
  attempts: [{ at: '2026-11-23T03:00:00Z', outcome: 'no_answer', by: '高正荣' }],
  visit: { askedAt: '2026-11-23T05:00:00Z', doneAt: null },
  referrals: [],
}

test('a thread is told in order, with the calls that were made; a line is seen once the other side has read it', () => {
  const items = feedItems(thread)
  expect(items.map((item) => (item.kind === 'line' ? item.line.n : item.words))).toEqual([
    1,
    '高正荣打过电话：没有人接（第 1 次）',
    2,
    '打不通，已请社区的人捎话，请您打开看',
  ])
  const said = items.flatMap((item) => (item.kind === 'line' ? [item] : []))
  expect(said.map(({ mine, seen }) => [mine, seen])).toEqual([
    [true, true],
    [false, false],
  ])
  expect(lastLine(thread)).toBe(2)
  expect(lastLine({ ...thread, lines: [] })).toBe(0)
})

test('a thread says that its words are gone where they are, and only there', () => {
  const empty = { intake: null, lines: [] }
  for (const state of ['closed', 'cancelled']) expect(wordsAreGone({ state }, empty)).toBe(true)
  for (const state of ['waiting', 'asked', 'answered', 'referred'])
    expect(wordsAreGone({ state }, empty)).toBe(false)
  expect(wordsAreGone({ state: 'closed' }, thread)).toBe(false)
})

test('what the other side said last comes first, whatever was said before and since', () => {
  const sides = fc.array(fc.constantFrom('party' as const, 'adviser' as const), { maxLength: 8 })
  fc.assert(
    fc.property(sides, (all) => {
      const minute = (n: number) => `2026-11-23T02:0${n}:00Z`
      const lines = all.map((side, n) => line(n + 1, minute(n), side))
      const items = feedItems({ ...thread, lines, attempts: [], visit: null })
      const shown = items.slice(latestFrom(items)).map((item) => item.kind === 'line' && item.mine)
      const last = lines.at(-1 - [...all].reverse().indexOf('adviser'))
      if (!all.includes('adviser')) {
        expect(shown).toHaveLength(all.length)
        return
      }
      expect(shown[0]).toBe(false)
      expect(shown).toHaveLength(all.length - latestFrom(items))
      // From its block on: the last answer is among what comes before the reader's own next line.
      const block = shown.indexOf(true) < 0 ? shown : shown.slice(0, shown.indexOf(true))
      expect(latestFrom(items) + block.length).toBe(last?.n)
    }),
  )
})

test('no address of a matter, and no title, says what it is about, also within the address to sign in by', async () => {
  vi.stubEnv('TARO_ENV', 'h5')
  const { pages } = await import('../../../miniapp/src/shared/navigation/pages')
  const { prettyPath } = await import('../../../miniapp/src/shared/navigation/pretty-path')
  const told = /feature|consult|advis|law|legal|法|律|调解|纠纷|咨询/i
  const all = Object.values(pages).map((page) =>
    typeof page === 'string' ? page : (page as (...given: string[]) => string)('1', '2'),
  )
  const ours = all.filter((page) => /features\/(consultations|adviser)\//.test(page))
  expect(ours).toHaveLength(7)
  for (const page of ours) expect(prettyPath(page)).not.toMatch(told)
  for (const page of all) expect(prettyPath(pages.signIn(page)), page).not.toMatch(/feature/i)
  for (const page of ours) expect(prettyPath(pages.signIn(page))).not.toMatch(told)
  const [{ queueText, visitsText }, { selfText }, { logText }, { neutralTitle }] = await Promise.all([
    import('../../../miniapp/src/features/adviser/text'),
    import('../../../miniapp/src/features/adviser/self-text'),
    import('../../../miniapp/src/features/adviser/log-text'),
    import('../../../bff/contracts/src/consultation-case'),
  ])
  for (const { title } of [queueText, visitsText, selfText, logText, { title: neutralTitle }])
    expect(title).not.toMatch(told)
})

test('everything that happens to a matter has words for both who read its timeline', () => {
  for (const { action, side, from, to } of consultationTransitions) {
    const event = { action, side, from, to, by: side === 'staff' ? '高正荣' : null } as CaseEvent
    for (const reader of ['party', 'staff'] as const)
      expect(consultationFace.event(event, reader), `${action} for ${reader}`).not.toMatch(
        reader === 'staff' ? /新进展|您/ : /新进展/,
      )
  }
})

test('lines of one moment keep their order, whatever order they come in', () => {
  const lines = [1, 2, 3, 4, 5].map((n) => line(n, '2026-11-23T02:00:00Z', 'party'))
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: 5 }), (mixed) => {
      const said = feedItems({ ...thread, lines: mixed, attempts: [], visit: null })
      expect(said.map((item) => item.kind === 'line' && item.line.n)).toEqual([1, 2, 3, 4, 5])
    }),
  )
})

test('a time that is offered is a Shanghai time; months follow each other', () => {
  expect(spanOf({ day: '2026-12-03', at: '14:30' }, 30)).toEqual({
    startsAt: '2026-12-03T06:30:00.000Z',
    endsAt: '2026-12-03T07:00:00.000Z',
  })
  expect([isWhole({ day: '2026-12-03', at: '' }), isWhole({ day: '2026-12-03', at: '14:30' })]).toEqual([
    false,
    true,
  ])
  expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
})
