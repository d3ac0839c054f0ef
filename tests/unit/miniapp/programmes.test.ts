/** A programme as a family reads it: its phase, its rules, its countdown and the one thing to do now. */
import type { ProgrammeSummary } from '@linli/contracts/programmes'
import type { Eligibility } from '@linli/contracts/enrolments'
import { describe, expect, test } from 'vitest'
import { leftWords, untilNextTick } from '../../../miniapp/src/features/programmes/clock'
import {
  enteredCase,
  fitWords,
  remedyOf,
  scoreWords,
} from '../../../miniapp/src/features/programmes/eligibility'
import { phaseNow, phaseWords } from '../../../miniapp/src/features/programmes/phase'
import { stepOf } from '../../../miniapp/src/features/programmes/step'
import { datesWords, skipsWords, whoWords } from '../../../miniapp/src/features/programmes/words'
import { weeklyWords } from '../../../miniapp/src/shared/time/schedule-words'
import { instantAt } from '../../../miniapp/src/shared/time/shanghai'

const opensAt = instantAt('2026-12-01', '09:00')
const closesAt = instantAt('2026-12-05', '18:00')
const before = Date.parse(opensAt) - 3_600_000
const standing = {
  phase: 'announced',
  opensAt,
  closesAt,
  mode: 'first_come',
  placesLeft: 12,
  waiting: 0,
  capacity: 60,
} as Pick<ProgrammeSummary, 'phase' | 'opensAt' | 'closesAt' | 'mode' | 'placesLeft' | 'waiting' | 'capacity'>
const child: Eligibility = {
  childId: 'a',
  nickname: '小宝',
  obstacles: [],
  ageOnFirstDay: 7,
  alsoAt: [],
  score: 0,
  unverified: [],
  caseId: null,
}

describe('the phase', () => {
  test('turns open at the instant, by an answer of before it, and not a moment earlier', () => {
    expect(phaseNow(standing, Date.parse(opensAt) - 1)).toBe('announced')
    expect(phaseNow(standing, Date.parse(opensAt))).toBe('open')
    expect(phaseNow({ ...standing, phase: 'open' }, Date.parse(closesAt))).toBe('closed')
    expect(phaseNow({ ...standing, phase: 'cancelled' }, Date.parse(opensAt))).toBe('cancelled')
  })

  test('is said as one would say it', () => {
    expect(phaseWords(standing, before - 7 * 86_400_000)).toBe('周二 12月1日 09:00 开始报名')
    const open = { ...standing, phase: 'open' as const }
    expect(phaseWords(open, Date.parse(opensAt))).toBe('报名中，还有 12 个名额')
    expect(phaseWords({ ...open, phase: 'full', waiting: 3 }, Date.parse(opensAt))).toBe(
      '已满，可排队（3 人在排）',
    )
    const draw = { ...open, mode: 'draw' as const, placesLeft: null }
    expect(phaseWords(draw, Date.parse(opensAt))).toContain('截止后摇号')
    expect(phaseWords({ ...draw, phase: 'closed' }, before)).toBe('报名已结束，等待摇号')
  })
})

describe('the countdown', () => {
  test('reads by the minute, in the last minute by the second', () => {
    expect(leftWords(3 * 86_400_000 + 2 * 3_600_000)).toBe('3 天 2 小时')
    expect(leftWords(86_400_000 - 1)).toBe('1 天')
    expect(leftWords(3_600_000 + 300_000)).toBe('1 小时 5 分')
    expect(leftWords(61_000)).toBe('2 分钟')
    expect(leftWords(60_000)).toBe('60 秒')
    expect(leftWords(1)).toBe('1 秒')
  })

  test('wakes when what it reads changes, and at the opening itself', () => {
    expect(untilNextTick(0, 90_500)).toBe(30_500)
    expect(untilNextTick(0, 60_000)).toBe(1000)
    expect(untilNextTick(0, 1_400)).toBe(400)
    expect(untilNextTick(0, 1_000)).toBe(1000)
    expect(untilNextTick(0, 3)).toBeGreaterThan(0)
    expect(untilNextTick(5, 0)).toBe(30_000)
  })

  test('walked tick by tick it reaches the opening and never sleeps over it', () => {
    let now = 0
    const opens = 185_250
    for (let ticks = 0; now < opens; ticks++) {
      expect(ticks).toBeLessThan(70)
      now += untilNextTick(now, opens)
    }
    expect(now - opens).toBeLessThan(20)
  })
})

describe('what to do now', () => {
  const now = { phase: 'open' as const, signedIn: true, children: [child], chosen: 1, together: true }
  const unfit = { ...child, obstacles: ['too_young' as const] }
  const entered = { ...child, obstacles: ['already_signed_up' as const], caseId: 'case' }

  test.each([
    ['press', now],
    ['wait', { ...now, phase: 'announced' as const }],
    ['press', { ...now, phase: 'full' as const }],
    ['sign_in', { ...now, signedIn: false, children: undefined }],
    ['asking', { ...now, children: undefined }],
    ['add_child', { ...now, children: [] }],
    ['choose', { ...now, chosen: 0 }],
    ['choose_how', { ...now, chosen: 2, together: false }],
    ['unfit', { ...now, children: [unfit], chosen: 0 }],
    ['entered', { ...now, children: [entered], chosen: 0 }],
    ['press', { ...now, children: [entered, child] }],
    ['none', { ...now, phase: 'closed' as const }],
    ['entered', { ...now, phase: 'drawn' as const, children: [entered] }],
  ])('%s', (step, given) => {
    expect(stepOf(given)).toBe(step)
  })

  test('what stands in the way is said with what to do', () => {
    expect(fitWords(child)).toEqual(['开班那天 7 岁，符合'])
    expect(fitWords(unfit)).toEqual(['开班那天 7 岁，还不到招收的年龄'])
    expect(remedyOf(unfit)).toBe('profile')
    expect(remedyOf({ ...child, obstacles: ['too_old', 'consent_needed'] })).toBe('consent')
    expect(enteredCase(entered)).toBe('case')
    expect(enteredCase({ ...child, caseId: 'left' })).toBeNull()
    expect(scoreWords({ ...child, score: 20, unverified: ['left_behind'] })).toEqual([
      '按公布的规则加 20 分',
      '“留守儿童”还没核验，现在不加分。请带证明材料到社区核验。',
    ])
  })
})

describe('the plan in words', () => {
  const at = (weekday: number, from: string, to: string) => ({ weekday, from, to })

  test('weekly sessions, neighbours as one', () => {
    const weekdays = [5, 1, 2, 3, 4].map((n) => at(n, '16:30', '18:00'))
    expect(weeklyWords(weekdays)).toBe('周一至周五 16:30–18:00')
    expect(weeklyWords([...weekdays, at(6, '14:00', '16:00'), at(6, '09:00', '11:00')])).toBe(
      '周一至周五 16:30–18:00；周六 09:00–11:00、14:00–16:00',
    )
    expect(weeklyWords([at(2, '16:00', '17:00'), at(4, '16:00', '17:00')])).toBe('周二、周四 16:00–17:00')
  })

  test('dates and days off, with the year where it changes', () => {
    const now = Date.parse('2026-11-23T02:12:00Z')
    expect(datesWords('2026-11-30', '2026-12-18', now)).toBe('11月30日至12月18日')
    expect(datesWords('2026-12-28', '2027-01-22', now)).toBe('12月28日至2027年1月22日')
    expect(datesWords('2027-01-18', '2027-02-05', now)).toBe('2027年1月18日至2月5日')
    expect(skipsWords(['2026-12-03', '2026-12-01', '2026-12-02', '2026-12-09'], now)).toBe(
      '12月1日至12月3日、12月9日',
    )
  })

  test('whom it takes', () => {
    expect(whoWords({ ages: { min: 6, max: 12 }, grades: { min: 1, max: 6 } })).toBe(
      '6–12 岁 · 一年级至六年级',
    )
    expect(whoWords({ ages: null, grades: { min: 0, max: 0 } })).toBe('幼儿园')
    expect(whoWords({ ages: null, grades: null })).toBeNull()
  })
})
