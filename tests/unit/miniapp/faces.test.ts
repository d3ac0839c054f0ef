/** Every service has a face with words for all that its table can lead to; a case that no face knows is shown all the same. */
import type { CaseEvent } from '../../../bff/contracts/src/case-base'
import type { CaseDeclaration } from '../../../bff/contracts/src/case-declaration'
import { caseDeclarations, type CaseDetail, type CaseSummary } from '@linli/contracts/cases'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { faces } from '../../../miniapp/src/faces'
import { eventWords } from '../../../miniapp/src/shared/cases/event-words'
import { faceOf, ratedWords } from '../../../miniapp/src/shared/cases/faces'
import { makeFace } from '../../../miniapp/src/shared/cases/make-face'
import { timelineSteps } from '../../../miniapp/src/shared/cases/timeline-steps'
import { base, booking, detail, enrolment, followUp, now } from './made-case'

const declared: CaseDeclaration[] = Object.values(caseDeclarations)
const happened = (action: string): CaseEvent => ({
  ...{ at: base.createdAt, action, from: null, to: 'confirmed', side: 'staff', by: '王晓' },
  ...{ note: null },
})

/** Words are Chinese and whole: nothing of the code shows through. */
const spoken = /^[^a-z_]*[\p{Script=Han}][^a-z_]*$/u

test('each service that is declared has a face, and only these', () => {
  expect(faces.map(({ type }) => type)).toEqual(declared.map(({ type }) => type))
})

test.each(declared)('$type: every state and every step of its table is said in words', (declaration) => {
  const face = faceOf(declaration as Pick<CaseSummary, 'type'>)
  expect(face.name).toMatch(spoken)
  for (const state of Object.keys(declaration.states)) {
    const standing = { state, lapsesAt: null, waitingFor: 'nobody' } as const
    expect(face.state(standing, now, 'party'), state).toMatch(spoken)
    expect(face.state(standing, now, 'staff'), state).toMatch(spoken)
  }
  for (const { action } of [{ action: 'request' }, ...declaration.transitions])
    expect(face.event(happened(action), 'party'), action).not.toBe('有了新进展')
})

test.each([booking, enrolment, followUp])('$type: a row, the desk and the page say something', (one) => {
  const face = faceOf(one)
  const page = { ...one, ...detail, timeline: [], can: [] } as unknown as CaseDetail
  const { first, second } = face.row(one, now)
  const row = face.deskRow(one, now)
  const words = [first, second, row.quiet, row.first, face.head(page, now).first, face.next(page, now)]
  for (const each of words) expect(each).not.toBe('')
})

test('how long somebody is late is said as one says it, in hours past the hour', () => {
  const started = { ...booking, startsAt: new Date(now - 108 * 60_000).toISOString() }
  expect(faceOf(started).deskRow(started, now).second).toContain('没到 · 过了 1 小时 48 分')
})

test('a case of a type that no face knows is shown by its title, its time and its timeline', () => {
  const one: CaseSummary = {
    ...base,
    type: 'x_haircut',
    state: 'snipped',
    title: '理发',
    startsAt: '2026-11-23T06:00:00Z',
    endsAt: '2026-11-23T06:30:00Z',
    waitingFor: 'staff',
    facts: { chair: 2 },
  }
  const face = faceOf(one)
  expect(face.row(one, now)).toEqual({ first: '理发', second: '办件 · 今天 14:00–14:30' })
  expect(face.state(one, now, 'party')).toBe('等社区处理')
  expect(face.home(one, now)).toMatchObject({ when: '今天 14:00–14:30', what: '理发' })
  const timeline = ['request', 'snip'].map((action) => ({ ...happened(action), canErase: false }))
  const page = { ...one, ...detail, timeline, can: ['snip'] } as CaseDetail
  expect(timelineSteps(page, now).map(({ what }) => what)).toEqual(['您提交了申请', '有了新进展'])
  expect(face.next(page, now)).toBe('等社区处理。')
  // Without a title or a time there is still its number.
  expect(face.row({ ...one, title: '', startsAt: null, endsAt: null }, now).first).toBe(one.number)
  expect(ratedWords('x_haircut').name).toMatch(spoken)
})

test('nothing outside a feature asks what type a case is', () => {
  const source = fileURLToPath(new URL('../../../miniapp/src', import.meta.url))
  const asks = new RegExp(`\\btype\\s*[!=]==|'(${declared.map(({ type }) => type).join('|')})'`)
  const list = readFileSync(join(source, 'faces.ts'), 'utf8')
  const own = [...list.matchAll(/'\.\/(features\/.*)\/face'/g)].map(([, feature]) => `${feature ?? ''}/`)
  expect(own).toHaveLength(faces.length)
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !own.some((feature) => path.startsWith(feature)))
    .filter((path) => path !== 'shared/http/forget-removed.ts')
    .filter((path) => asks.test(readFileSync(join(source, path), 'utf8')))
  expect(found).toEqual([])
})

test('what the person served is told as 您 is not told to staff; only a line ends with nothing free', () => {
  const face = makeFace({
    name: '借用物品',
    event: eventWords({ party: { hand_out: () => '您取走了东西' }, staff: { hand_out: () => '居民取走了' } }),
  })
  const read = (action: string) => [
    face.event(happened(action), 'party'),
    face.event(happened(action), 'staff'),
  ]
  expect(read('hand_out')).toEqual(['您取走了东西', '居民取走了'])
  expect(read('lapse')).toEqual(['过了期限，已结束', '过了期限，已结束'])
  const party = makeFace({
    name: '借用物品',
    event: eventWords({ party: { hand_out: () => '您取走了东西' } }),
  })
  expect(party.event(happened('hand_out'), 'staff')).toBe('有了新进展')
  expect(faceOf(booking).event(happened('lapse'), 'party')).toBe('排队结束，没有空出时段')
})

test('a face that says little says the rest from what every case has', () => {
  const face = makeFace({
    name: '理发',
    declaration: {
      type: 'x_haircut',
      states: {
        asked: { is: 'open', word: '等答复', waitsFor: 'staff' },
        done: { is: 'finished', word: '理好了' },
      },
    },
    words: { asked: '等师傅答复' },
    facts: ({ number }) => [['单号', number]],
  })
  const standing = { state: 'asked', lapsesAt: null, waitingFor: 'staff' } as const
  expect([face.type, face.state(standing, now, 'party'), face.tone(standing)]).toEqual([
    'x_haircut',
    '等师傅答复',
    'wait',
  ])
  expect(face.tone({ ...standing, state: 'done' })).toBe('quiet')
  expect(face.row({ ...booking, title: '剪发' }, now)).toEqual({
    first: '剪发',
    second: '理发 · 今天 14:00–16:00',
  })
})
