import { expect, test } from 'vitest'
import { volunteerDeclaration } from '../../../bff/contracts/src/volunteer-case'
import { unknownConditions } from '../../../bff/src/modules/cases/rules'
import { volunteerKind } from '../../../bff/src/modules/volunteers/kind'

test('every state of its table is declared, and every condition has a meaning', () => {
  const states = volunteerDeclaration.transitions.flatMap(({ from, to }) => [from, to])
  expect(Object.keys(volunteerDeclaration.states)).toEqual(expect.arrayContaining(states))
  expect(unknownConditions(volunteerKind)).toEqual([])
})
