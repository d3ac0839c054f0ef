import { describe, expect, test } from 'vitest'
import { loadAround } from '../../../bff/src/modules/tasks/load'
import {
  areaOf,
  chanceDays,
  fewChances,
  firstHours,
  type Load,
  mostDays,
  obstaclesOf,
  opensToAll,
  partsOf,
  reasonsOf,
} from '../../../bff/src/modules/tasks/rules'
import { loadsSince } from '../../../bff/src/modules/tasks/load'
import type { OwnVolunteer } from '../../../bff/src/modules/volunteers/service'

/** In Shanghai. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)
const now = at('2026-11-23', '09:00')
const wednesday = { startsAt: at('2026-11-25', '14:00'), endsAt: at('2026-11-25', '16:00') }
const task = {
  ...wednesday,
  community: '532301101001',
  skill: null,
  paper: null,
  adultsOnly: false,
  opensToAll: now,
  teamOnly: false,
}
const volunteer: OwnVolunteer = {
  caseId: 'c',
  partyId: 'p',
  childId: null,
  name: '赵海涛',
  community: '532301101001',
  isMinor: false,
  skills: ['company'],
  papers: [],
  times: ['wed_afternoon'],
  reach: 'township',
}
const free: Load = { overlaps: false, minutesThatDay: 0, daysInARow: 1, chances: 0 }

describe('what keeps somebody from a task', () => {
  test('nothing, where all holds', () => {
    expect(obstaclesOf(task, volunteer, free, now)).toEqual([])
  })

  test.each([
    ['began', { ...task, startsAt: now, endsAt: at('2026-11-23', '10:00') }, volunteer, free],
    ['skill_missing', { ...task, skill: 'medical' as const }, volunteer, free],
    ['paper_missing', { ...task, paper: 'first_aid' as const }, volunteer, free],
    ['adults_only', { ...task, adultsOnly: true }, { ...volunteer, isMinor: true }, free],
    [
      'too_late_in_the_day',
      { ...task, endsAt: at('2026-11-25', '21:01') },
      { ...volunteer, isMinor: true },
      free,
    ],
    ['not_in_team', { ...task, teamOnly: true }, volunteer, free],
    ['other_task_then', task, volunteer, { ...free, overlaps: true }],
    ['rest_needed', task, volunteer, { ...free, minutesThatDay: 6 * 60 + 1 }],
    ['rest_needed', task, volunteer, { ...free, daysInARow: mostDays + 1 }],
    [
      'opens_later',
      { ...task, opensToAll: at('2026-11-23', '10:00') },
      volunteer,
      { ...free, chances: fewChances + 1 },
    ],
  ])('%s', (code, asked, who, load) => {
    expect(obstaclesOf(asked, who, load, now)).toEqual([code])
  })

  test.each([
    ['2026-11-24', ['paper_missing']],
    ['2026-11-25', []],
  ])('a paper until %s', (validUntil, found) => {
    const holder = { ...volunteer, papers: [{ kind: 'first_aid' as const, validUntil }] }
    expect(obstaclesOf({ ...task, paper: 'first_aid' }, holder, free, now)).toEqual(found)
  })

  test('eight hours a day and six days in a row are not too much', () => {
    const load = { ...free, minutesThatDay: 6 * 60, daysInARow: mostDays }
    expect(obstaclesOf(task, volunteer, load, now)).toEqual([])
  })
})

describe('chances', () => {
  test('what is done for many is kept for those who had few, for its first hours', () => {
    expect(opensToAll('event', at('2026-11-28', '09:00'), now)).toEqual(
      new Date(now.getTime() + firstHours * 3_600_000),
    )
    const kept = { ...task, opensToAll: at('2026-11-23', '21:00') }
    expect(obstaclesOf(kept, volunteer, { ...free, chances: fewChances }, now)).toEqual([])
    expect(reasonsOf(kept, volunteer, { chances: fewChances }, now)).toContain('few_chances')
  })

  test('nobody waits for what begins soon, or is no event', () => {
    expect(opensToAll('event', at('2026-11-25', '09:00'), now)).toEqual(now)
    expect(opensToAll('company', at('2026-12-25', '09:00'), now)).toEqual(now)
  })

  test('count from so many days ago on', () => {
    expect(now.getTime() - loadsSince(now).getTime()).toBe(chanceDays * 86_400_000)
  })
})

test('why a task fits: the team first, then the time, then how near, then what is asked for', () => {
  expect(reasonsOf({ ...task, skill: 'company' }, volunteer, { chances: 9, inTeam: true }, now)).toEqual([
    'own_team',
    'free_then',
    'own_community',
    'has_skill',
  ])
  expect(
    reasonsOf({ ...task, community: '532301101002' }, { ...volunteer, times: [] }, { chances: 9 }, now),
  ).toEqual(['near'])
  expect(
    reasonsOf({ ...task, community: '532301102001' }, { ...volunteer, times: [] }, { chances: 9 }, now),
  ).toEqual([])
})

test.each([
  ['09:00', '12:00', ['wed_morning']],
  ['11:59', '12:01', ['wed_morning', 'wed_afternoon']],
  ['12:00', '18:00', ['wed_afternoon']],
  ['18:00', '19:00', ['wed_evening']],
])('from %s to %s is %j', (from, to, parts) => {
  expect(partsOf(at('2026-11-25', from), at('2026-11-25', to))).toEqual(parts)
})

test('Sunday is of the week, too', () => {
  expect(partsOf(at('2026-11-29', '09:00'), at('2026-11-29', '10:00'))).toEqual(['sun_morning'])
})

test('somebody looks as far as they go', () => {
  expect(areaOf({ ...volunteer, reach: 'community' })).toBe('532301101001')
  expect(areaOf(volunteer)).toBe('532301101')
  expect(areaOf({ ...volunteer, reach: 'county' })).toBe('532301')
})

describe('what somebody has around a time', () => {
  const row = (day: string, from = '09:00', to = '10:00', stands = true) => ({
    partyId: 'p',
    startsAt: at(day, from),
    endsAt: at(day, to),
    stands,
  })

  test('days in a row on both sides, this one counted; a day between ends them', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-28'].map((day) => row(day))
    expect(loadAround(days, wednesday).daysInARow).toBe(4)
  })

  test('the minutes of that day in Shanghai, and nothing of another', () => {
    const rows = [
      row('2026-11-25', '00:00', '01:00'),
      row('2026-11-25', '23:00', '23:30'),
      row('2026-11-24', '23:00', '23:59'),
    ]
    expect(loadAround(rows, wednesday).minutesThatDay).toBe(90)
  })

  test('what touches does not overlap, and what is over neither', () => {
    expect(loadAround([row('2026-11-25', '16:00', '17:00')], wednesday).overlaps).toBe(false)
    expect(loadAround([row('2026-11-25', '15:59', '17:00')], wednesday).overlaps).toBe(true)
    expect(loadAround([row('2026-11-25', '15:59', '17:00', false)], wednesday).overlaps).toBe(false)
  })
})
