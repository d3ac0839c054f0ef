import { expect, test } from 'vitest'
import { consultationDeclaration } from '../../../bff/contracts/src/consultation-case'
import { unknownConditions } from '../../../bff/src/modules/cases/rules'
import { consultationKind } from '../../../bff/src/modules/consultations/kind'

test('every state of its table is declared, and every condition has a meaning', () => {
  const states = consultationDeclaration.transitions.flatMap(({ from, to }) => [from, to])
  expect(Object.keys(consultationDeclaration.states)).toEqual(expect.arrayContaining(states))
  expect(unknownConditions(consultationKind)).toEqual([])
})
