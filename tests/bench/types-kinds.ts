/** Twelve services of a deployment's own, alike but for their names: each has a table of its own for what it knows. */
import * as z from 'zod/mini'
import type { Kind } from '../../bff/src/modules/cases/kind'
import { visitKind } from '../support/sample-service/kind'

const letters = [...'abcdefghijkl']
const visitRow = z.strictObject({ caseId: z.string(), purpose: z.string(), warm: z.boolean() })

export const tableOf = ({ type }: Pick<Kind, 'type'>): string => `bench_${type}`

const kindOf = (letter: string): Kind => {
  const type = `x_own_${letter}`
  const facts = `SELECT case_id AS "caseId", purpose, warm FROM ${tableOf({ type })} WHERE case_id = ANY ($1::uuid[])`
  const kind = {
    ...visitKind,
    type,
    prefix: `B${letter.toUpperCase()}`,
    facts: { row: visitRow, sql: facts },
    onLeave: {},
    moved: async () => {},
  } satisfies typeof visitKind
  return kind as Kind
}

export const ownKinds = (count: number): Kind[] => letters.slice(0, count).map(kindOf)
