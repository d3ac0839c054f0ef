/** Guardians at the door: how they stand in the list, and what is shown when they have taken the child. */
import type { CareChild } from '@linli/contracts/care'
import { expect, test } from 'vitest'
import { pickupChoices, shownDay } from '../../../miniapp/src/features/care/records'
import { choiceName, releaseWords } from '../../../miniapp/src/features/care/words'
import { child, day, queueOf, record } from './care-made'

const guardian = (id: string, part: Partial<CareChild['guardians'][number]> = {}) => ({
  id,
  name: '张丽华' as string | null,
  relation: 'mother' as const,
  phone: null,
  verified: true,
  barredAs: null,
  ...part,
})

const choices = (...guardians: CareChild['guardians']) =>
  pickupChoices(child('ming', { guardians })).map((one) => `${choiceName(one)} ${one.id}`)

test('guardians stand first and are called by what they are to the child', () => {
  expect(choices(guardian('g1'), guardian('g2', { name: null, relation: 'father' }))).toEqual([
    '妈妈 张丽华 g1',
    '爸爸 g2',
    '李妈妈 mum',
    '王奶奶 grandma',
    '某叔叔 uncle',
  ])
})

test('guardians stand there once, though they are listed too; without papers as listed', () => {
  expect(choices(guardian('g1', { name: '李妈妈' }))).not.toContain('李妈妈 mum')
  const listed = choices(guardian('g1', { name: '李妈妈', verified: false }))
  expect(listed).toContain('李妈妈 mum')
  expect(listed).toHaveLength(3)
})

test('guardians who must not get the child stand there once, alike, and raise the alert about the right person', () => {
  const barred = guardian('g1', { name: '某叔叔', barredAs: 'uncle' })
  const people = pickupChoices(child('ming', { guardians: [barred, guardian('g2')] }))
  expect(people.map(({ id }) => id)).toEqual(['g2', 'mum', 'grandma', 'g1'])
  expect(people[3]?.barredAs).toBe('uncle')
})

test('guardians take the child home without a network, like listed people', () => {
  const by = { method: 'guardian', guardianId: 'g1' } as const
  const took = record('r-guardian', { kind: 'release', by }, '10:02')
  const today = day(child('ming', { mark: 'present', guardians: [guardian('g1')] }))
  const shown = shownDay(today, queueOf(took)).sessions[0]?.children[0] as CareChild
  expect(shown).toMatchObject({ mark: 'released', release: { person: '张丽华', method: 'guardian' } })
  expect(releaseWords(shown)).toBe('18:02 由 妈妈 张丽华 接走，周老师 交接')
})
