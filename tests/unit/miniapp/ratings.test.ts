/** What a rating page sends and says, and the words of the follow-up of a bad grade. */
import type { CaseEvent } from '@linli/contracts/case-base'
import type { FollowUpCaseDetail } from '@linli/contracts/follow-up-case'
import {
  type MyRating,
  type RatingPage,
  reasonsFor,
  type TextRefusal,
  type TextState,
} from '@linli/contracts/ratings'
import { expect, test } from 'vitest'
import { followUpNext, gradedWords } from '../../../miniapp/src/features/ratings/follow-up/face-words'
import type { RatingDraft } from '../../../miniapp/src/features/ratings/said'
import {
  canSupplement,
  promiseWords,
  reasonsOffered,
  saysWho,
  supplementStateWords,
  textStateWords,
  toggled,
  wishOf,
} from '../../../miniapp/src/features/ratings/words'
import { timelineSteps } from '../../../miniapp/src/shared/cases/timeline-steps'
import * as made from './made-case'

const { id, now } = made

const page: RatingPage = {
  caseId: id,
  service: 'booking',
  title: '居民议事室',
  on: '2026-11-22',
  communityName: '龙泉社区',
  communityPhone: null,
  state: 'open',
  until: '2026-12-22T00:00:00Z',
  reasonsVersion: '2026-11',
  good: reasonsFor('2026-11', 'satisfied', 'booking') ?? [],
  bad: reasonsFor('2026-11', 'dissatisfied', 'booking') ?? [],
  confidential: false,
  contactDays: 1,
  rectifyDays: 5,
  rating: null,
}
const draft: RatingDraft = { grade: null, reasons: [], text: '', publish: false, named: false }

test('nothing is chosen for anybody, so nothing can be sent', () => {
  expect(wishOf(page, draft)).toBeNull()
  expect(reasonsOffered(page, draft)).toEqual([])
})

test('reasons follow the grade: those of another grade are not sent', () => {
  const bad = { ...draft, grade: 'dissatisfied', reasons: ['door_closed', 'other'] } as const
  expect(wishOf(page, { ...bad, reasons: [...bad.reasons] })?.reasons).toEqual(['door_closed', 'other'])
  const good = wishOf(page, { ...bad, grade: 'satisfied', reasons: [...bad.reasons] })
  expect(good?.reasons).toEqual(['other'])
})

test('as many reasons as the service takes, and each only once', () => {
  expect(toggled(['slow'], 'slow')).toEqual([])
  expect(toggled(['slow'], 'dirty')).toEqual(['slow', 'dirty'])
  const six = page.bad.slice(0, 6)
  expect(toggled(six, page.bad[6] ?? 'other')).toBeNull()
})

test('without words there is nothing to show to others', () => {
  expect(wishOf(page, { ...draft, grade: 'fair', text: '  ', publish: true })).toEqual({
    grade: 'fair',
    reasonsVersion: '2026-11',
    reasons: [],
    publish: false,
    named: false,
  })
  expect(wishOf(page, { ...draft, grade: 'fair', text: ' 灯不亮 ', publish: true })).toMatchObject({
    text: '灯不亮',
    publish: true,
  })
})

const rating: MyRating = {
  grade: 'dissatisfied',
  reasons: [],
  text: '灯不亮',
  shown: null,
  textState: 'unchecked',
  textRefusal: null,
  publish: true,
  named: false,
  ratedAt: '2026-11-23T02:00:00Z',
  supplement: null,
  reply: null,
  followUp: { id, state: 'contacting' },
}

const said = { text: '好了', shown: null, at: rating.ratedAt, refusal: null }

test('how far the text has come is said in words', () => {
  const words = (change: Partial<MyRating>) => textStateWords({ ...rating, ...change }, now)
  expect(words({ text: null })).toBeNull()
  expect(words({ publish: false, textState: 'passed' })).toBe('这段文字没有公开')
  expect(words({})).toBe('这段文字正在检查，通过后最早明天公开')
  expect(words({ textState: 'passed' })).toBe('检查已通过，这段文字明天起公开，姓名和号码已隐去')
  expect(words({ textState: 'refused' })).toBe('检查没有通过，这段文字没有公开')
})

test('what was written before midnight is public after it', () => {
  const passed = { ...rating, textState: 'passed' } as const
  const [last, midnight] = ['2026-11-23T15:59:59.999Z', '2026-11-23T16:00:00Z'].map(Date.parse)
  expect(textStateWords(passed, last ?? 0)).toContain('明天起公开')
  expect(textStateWords(passed, midnight ?? 0)).toBe('这段文字已公开，姓名和号码已隐去')
  expect(textStateWords(rating, midnight ?? 0)).toBe('这段文字正在检查，通过后公开')
})

test('words that a person looks at, or refused, say so to whoever wrote them', () => {
  const doubtful = { ...rating, textState: 'doubtful' } as const
  expect(textStateWords(doubtful, now)).toBe('自动检查拿不准，上级单位会有人看一看，再告诉您公开不公开')
  expect(textStateWords({ ...doubtful, publish: false }, now)).toContain('这段文字不公开')
  const refused = { ...rating, textState: 'refused', textRefusal: 'insult' } as const
  expect(textStateWords(refused, now)).toBe('上级单位看过，没有公开：有骂人的话。您的评价照样算数')
  expect(textStateWords({ ...refused, publish: false }, now)).toContain('没有给办事的单位看：有骂人的话')
  expect(textStateWords({ ...rating, publish: false, textState: 'refused' }, now)).toBe(
    '检查没有通过，办事的单位也看不到',
  )
  const overturned = { ...rating, followUp: { id, state: 'overturned' } } as const
  expect(textStateWords({ ...overturned, textState: 'passed' }, now)).toBe('这段文字没有公开')
})

test('a 追评 says only that it is held back', () => {
  const at = (state: TextState, refusal: TextRefusal | null = null) =>
    supplementStateWords({ ...rating, supplement: { ...said, state, refusal } })
  expect(supplementStateWords(rating)).toBeNull()
  expect(at('passed')).toBeNull()
  expect(at('unchecked')).toBeNull()
  expect(at('doubtful')).toContain('会有人看一看')
  expect(at('refused', 'names')).toContain('能看出说的是谁，或留了号码')
})

test('one more word: after the result was told, once; while the verdict is asked for it goes with it', () => {
  const at = (state: FollowUpCaseDetail['state']) => canSupplement({ ...rating, followUp: { id, state } })
  expect(
    ['contacting', 'rectifying', 'informing', 'verdict', 'reviewing', 'closed'].map((s) =>
      at(s as FollowUpCaseDetail['state']),
    ),
  ).toEqual([false, false, false, false, true, true])
  expect(
    canSupplement({
      ...rating,
      followUp: { id, state: 'closed' },
      supplement: { ...said, state: 'unchecked' },
    }),
  ).toBe(false)
  expect(canSupplement({ ...rating, followUp: null })).toBe(false)
})

const followUp: FollowUpCaseDetail = { ...made.followUp, ...made.detail, timeline: [], can: [] }
const event = (action: CaseEvent['action'], by: string | null = null) => ({
  ...{ at: '2026-11-23T02:12:00Z', from: null, to: 'contacting', note: null },
  ...{ action, side: 'staff' as const, by, canErase: false },
})

test('a follow-up says what was rated, what comes next, and by when', () => {
  expect(gradedWords(followUp)).toBe('您评了“不满意”')
  expect(followUpNext(followUp, now)).toBe('社区的上级单位会打电话给您，最迟 明天 10:12 前。')
  expect(followUpNext({ ...followUp, overdue: true }, now)).toContain('已报再上一级催办')
  expect(followUpNext({ ...followUp, state: 'closed', timeline: [event('approve')] }, now)).toContain(
    '您说满意了',
  )
  expect(followUpNext({ ...followUp, state: 'closed', timeline: [event('conclude')] }, now)).toContain(
    '复核过',
  )
})

test('its timeline says who called and what is still ahead', () => {
  const one = {
    ...followUp,
    state: 'rectifying',
    timeline: [event('request'), event('contact', '李静')],
  } as const
  const said = timelineSteps({ ...one, timeline: [...one.timeline] }, now).map(({ what }) => what)
  expect(said).toEqual([
    '收到您的评价，交给社区的上级单位跟进',
    '社区上级 李静 联系到您，听了情况',
    '整改',
    '把结果告诉您',
    '您说满意不满意',
  ])
})

test('of what two people read no words are sent, and nobody promises a call that nobody may make', () => {
  const confidential = { ...page, confidential: true }
  const said = { ...draft, grade: 'dissatisfied', text: '说说是什么事', publish: true } as const
  expect(wishOf(confidential, said)).toMatchObject({ grade: 'dissatisfied', publish: false })
  expect(wishOf(confidential, said)).not.toHaveProperty('text')
  expect(promiseWords(confidential, false)).not.toContain('联系您')
  expect(promiseWords(confidential, true)).toContain('联系您')
  expect(saysWho(confidential, true)).not.toContain('单位')
})
