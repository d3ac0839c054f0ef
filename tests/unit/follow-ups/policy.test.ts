import { describe, expect, test } from 'vitest'
import type { Role } from '../../../bff/contracts/src/roles'
import { mayList, roleOf, type Standing } from '../../../bff/src/modules/follow-ups/policy'

const [me, rater, here] = ['me', 'rater', '532301101001']
const row: Standing = {
  raterId: rater,
  community: here,
  handledBy: '532301101',
  state: 'contacting',
  acted: false,
  involved: false,
}
const grants = (...given: [Role, string][]) =>
  given.map(([role, division]) => ({ role, division, displayName: 'x' }))
const as = (given: [Role, string][], change: Partial<Standing> = {}, who = me) =>
  roleOf({ ...row, ...change }, who, grants(...given))

type Given = [Role, string]
const unit: Given = ['staff', here]
const township: Given = ['staff', '532301101']
const county: Given = ['staff', '532301']
const prefecture: Given = ['staff', '5323']

describe('who stands where', () => {
  test.each<[string, [Role, string][], Partial<Standing>, string | undefined]>([
    ['staff of the community', [unit], {}, 'unit'],
    ['its grid worker', [['grid_worker', here]], {}, 'unit'],
    ['the unit, though also above', [unit, township, county], { state: 'reviewing' }, 'unit'],
    ['the township', [township], {}, 'handler'],
    ['whoever is above it', [county], {}, 'observer'],
    ['the township after an escalation', [township], { handledBy: '532301' }, 'observer'],
    ['the township in a review', [township], { state: 'reviewing' }, 'handler'],
    ['the county in a review', [county], { state: 'reviewing' }, 'reviewer'],
    [
      'the county in a review of what it handles',
      [county],
      { state: 'reviewing', handledBy: '532301' },
      'handler',
    ],
    [
      'the prefecture in a review of what it handles',
      [prefecture],
      { state: 'reviewing', handledBy: '5323' },
      'reviewer',
    ],
    [
      'the same, having acted',
      [prefecture],
      { state: 'reviewing', handledBy: '5323', acted: true },
      'handler',
    ],
    ['who had a hand in what was rated', [county], { involved: true }, 'observer'],
    ['the same in a review', [county], { involved: true, state: 'reviewing' }, 'observer'],
    ['the unit that had a hand in it', [unit], { involved: true }, 'unit'],
    ['a supervisor above', [['supervisor', '5323']], {}, 'observer'],
    ['a supervisor of the community', [['supervisor', here]], {}, 'observer'],
    ['a neighbour', [['staff', '532301101002']], {}, undefined],
    ['another county', [['staff', '532329']], {}, undefined],
    ['a grid worker of the township', [['grid_worker', '532301101']], {}, undefined],
    ['a carer', [['care_worker', here]], {}, undefined],
    ['nobody', [], {}, undefined],
  ])('%s', (_, given, change, expected) => expect(as(given, change)).toBe(expected))

  test('who rated is that and nothing else', () => {
    expect(as([unit, county], { state: 'reviewing' }, rater)).toBe('rater')
  })
})

test.each<[[Role, string][], string, boolean]>([
  [[unit], here, true],
  [[unit], '532301101', false],
  [[township], here, true],
  [[['grid_worker', '532301101']], '532301101', false],
  [[['supervisor', '5323']], '532301', true],
  [[], here, false],
])('%j lists %s: %s', (given, division, expected) =>
  expect(mayList(grants(...given), division)).toBe(expected),
)
