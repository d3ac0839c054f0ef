/** The form of a child: what is sent, what is left for the service to name, and what may lie on the device. */
import { addChild, changeChild } from '@linli/contracts/children'
import type { Child } from '@linli/contracts/children'
import { expect, test } from 'vitest'
import { consentWords } from '../../../miniapp/src/features/children/consent'
import { addBody, changeBody, emptyForm, formOf, storable } from '../../../miniapp/src/features/children/form'
import {
  consentStep,
  groupedCode,
  joinedLooks,
  lookWords,
  mayDecide,
  mayEnd,
  notConsented,
  readiness,
  spokenCode,
} from '../../../miniapp/src/features/children/words'
import { fullDate } from '../../../miniapp/src/shared/time/time-words'

const filled = {
  ...emptyForm,
  nickname: ' 小宝 ',
  name: '王晓明',
  birthDate: '2018-03-05',
  grade: 2,
  relation: 'mother' as const,
  allergies: ' 花生 ',
  emergencyContacts: [{ name: '李奶奶', phone: '139 0000-0001', relation: 'grandparent' as const }],
  circumstances: ['left_behind' as const],
}

test('a filled form makes the request that the contract takes', () => {
  const body = addBody(filled, consentWords.version)
  expect(addChild.body.safeParse(body).success).toBe(true)
  expect(body).toMatchObject({
    nickname: '小宝',
    allergies: '花生',
    consent: { version: 2, granted: true },
    emergencyContacts: [{ phone: '139 0000-0001' }],
  })
  expect('medication' in body).toBe(false)
})

test('an empty form is sent as it is, and the contract names every field that is missing', () => {
  const sent: unknown = JSON.parse(JSON.stringify(addBody(emptyForm, consentWords.version)))
  const paths = addChild.body.safeParse(sent).error?.issues.map((issue) => issue.path.join('.'))
  expect(paths).toEqual(
    expect.arrayContaining([
      'nickname',
      'name',
      'birthDate',
      'grade',
      'relation',
      'emergencyContacts.0.name',
      'emergencyContacts.0.phone',
      'emergencyContacts.0.relation',
    ]),
  )
  expect(paths).not.toContain('allergies')
})

test('a change takes health text away by sending it empty', () => {
  const body = changeBody({ ...filled, allergies: '' })
  expect(body).toMatchObject({ allergies: '', medication: '' })
  expect(changeChild.body.safeParse(body).success).toBe(true)
})

test('nothing that names or describes the child is kept on the device', () => {
  const kept = JSON.stringify(storable(filled))
  for (const tagged of ['王晓明', '2018', '花生', '李奶奶', '139', 'left_behind']) {
    expect(kept).not.toContain(tagged)
  }
})

test('a child that is changed fills the form, with one contact to fill in where there is none', () => {
  const child = {
    ...filled,
    allergies: null,
    medication: null,
    emergencyContacts: [],
    circumstances: [{ circumstance: 'left_behind', verified: true }],
  } as unknown as Child
  expect(formOf(child)).toMatchObject({
    allergies: '',
    circumstances: ['left_behind'],
    emergencyContacts: [{ name: '', phone: '', relation: null }],
  })
})

test('codes are grouped for the eye and spelt for the ear', () => {
  expect(groupedCode('12345678')).toBe('1234 5678')
  expect(groupedCode('123456')).toBe('123 456')
  expect(spokenCode('1234')).toBe('1 2 3 4')
  expect(fullDate('2018-03-05')).toBe('2018年3月5日')
})

test('consent comes before the papers in what a list says', () => {
  const child = { consented: true, refused: false, verified: false, frozen: null, doubled: false }
  const frozen = { what: 'erase' as const, askedAt: '', finalAt: '', mine: true }
  expect(readiness({ ...child, frozen, refused: true })).toBe('frozen')
  expect(readiness({ ...child, doubled: true, verified: true })).toBe('doubled')
  expect(readiness(child)).toBe('unverified')
  expect(readiness({ ...child, verified: true })).toBe('verified')
  expect(readiness({ ...child, consented: false, verified: true })).toBe('unasked')
  expect(readiness({ ...child, consented: false, refused: true })).toBe('refused')
})

test('who reads decides, and takes back a link that staff do not know', () => {
  const link = { relation: 'mother' as const, name: null }
  const mine = { ...link, id: 'mine', mine: true, verifiedAt: null }
  const other = { ...link, id: 'other', mine: false, verifiedAt: null }
  const seen = { ...other, verifiedAt: '2026-11-20T02:00:00Z' }
  expect([mayDecide({ knows: true }), mayDecide({ knows: false })]).toEqual([true, false])

  expect(mayEnd({ knows: true, guardians: [mine] }, mine)).toBe(false)
  expect(mayEnd({ knows: true, guardians: [mine, other] }, other)).toBe(true)
  expect(mayEnd({ knows: false, guardians: [other, mine] }, other)).toBe(false)
  expect(mayEnd({ knows: true, guardians: [seen, mine] }, seen)).toBe(false)
  expect(mayEnd({ knows: false, guardians: [seen, mine] }, mine)).toBe(true)
})

test('a consent that was taken back is told as given, then as taken back, by whom and on which day', () => {
  const given = { version: 1, what: 'granted' as const, at: '2026-11-23T02:12:00Z', mine: true }
  const taken = { version: 1, what: 'withdrawn' as const, at: '2026-11-27T16:30:00Z', mine: false }
  expect([given, taken].map(consentStep)).toEqual([
    { what: '您同意了第 1 版说明', when: '2026年11月23日' },
    { what: '另一位监护人撤回了对第 1 版说明的同意', when: '2026年11月28日' },
  ])
  expect(notConsented({ refused: true, consents: [given, taken] })).toEqual({
    title: '另一位监护人撤回了对第 1 版说明的同意',
    help: expect.stringContaining('2026年11月28日起'),
  })
  expect(notConsented({ refused: false, consents: [] }).title).toBe('还没有您的同意')
})

test('one look at a child is one row in words, with no number in it', () => {
  const look = { at: '2026-11-23T02:12:00Z', reader: '王老师', tags: ['contact', 'health', 'child'] as const }
  const now = Date.parse('2026-11-23T09:00:00Z')
  const words = (
    one: Omit<typeof look, 'tags'> & { tags: ('child' | 'contact' | 'health')[]; about: string | null },
  ) => joinedLooks([one]).map((each) => lookWords(each, now))[0]
  expect(words({ ...look, tags: [...look.tags], about: '秋季托管' })).toEqual({
    title: '王老师 看了姓名和资料、健康信息、联系方式',
    under: '今天 10:12 · 秋季托管',
  })
  expect(words({ ...look, tags: ['child'], about: null })?.under).toBe('今天 10:12 · 核对材料')
})

test('looks that follow each other are one row; another reader, thing or day is another', () => {
  const now = Date.parse('2026-11-23T09:00:00Z')
  const look = (at: string, reader = '王老师') => ({
    at,
    reader,
    tags: ['child'] as 'child'[],
    about: '秋季托管',
  })
  const rows = joinedLooks([
    look('2026-11-23T02:30:00Z'),
    look('2026-11-23T02:20:00Z'),
    look('2026-11-23T02:12:00Z'),
    look('2026-11-23T02:11:00Z', '李老师'),
    look('2026-11-23T02:10:00Z'),
    look('2026-11-22T02:10:00Z'),
  ])
  expect(rows.map((each) => lookWords(each, now).under)).toEqual([
    '今天 10:12 到 10:30，3 次 · 秋季托管',
    '今天 10:11 · 秋季托管',
    '今天 10:10 · 秋季托管',
    '昨天 10:10 · 秋季托管',
  ])
})
