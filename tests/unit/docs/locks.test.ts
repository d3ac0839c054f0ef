/** The order that is written down is the order that is watched, and the watch sees whoever leaves it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { houseStatements } from '../../support/house-statements'
import { lockOrder, outOfOrder, type Statement } from '../../support/lock-order'

const page = readFileSync(new URL('../../../docs/locks.md', import.meta.url), 'utf8')
const [a, b] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b']

const line = (id = a): Statement => ({
  text: 'SELECT id FROM lines WHERE id = $1::uuid FOR NO KEY UPDATE',
  values: [id],
})
const one = (id = a): Statement => ({
  text: 'SELECT c.id FROM cases c WHERE c.id = $1::uuid FOR UPDATE OF c',
  values: [id],
})
const programme: Statement = { text: 'UPDATE programmes SET taken = 1 WHERE id = $1::uuid', values: [a] }
const quota: Statement = { text: 'UPDATE booking_quotas SET used = 1', values: [a] }
const account: Statement = {
  text: 'UPDATE "public"."accounts" SET "name_enc" = $1 WHERE "public"."accounts"."id" = $2',
  values: ['x', a],
}
const accounts: Statement = {
  text: 'SELECT id FROM accounts WHERE id = ANY ($1::uuid[]) FOR UPDATE',
  values: [[a]],
}
const child: Statement = {
  text: 'SELECT id FROM children WHERE id = $1::uuid FOR NO KEY UPDATE',
  values: [b],
}

const statement = (text: string, ...values: unknown[]): Statement => ({ text, values })

test('the rows of the page', () => {
  const rows = [...page.matchAll(/^\| \d+ +\| ([^|]+?) +\|/gm)].map(([, what]) => what)
  expect(rows).toEqual(lockOrder.map(([name]) => name))
})

describe('a transaction', () => {
  test.each<[string, Statement[]]>([
    ['from the top to the bottom', [child, line(), one(), programme, quota, account]],
    ['that takes again what it has', [line(), one(), line()]],
    ['of a programme and its cases, under the line', [line(), programme, one()]],
    ['that leaves, child after child', [child, one(), { ...child, values: [a] }, one(b), accounts]],
    ['that joins accounts, after they are held', [one(), accounts, child, line()]],
    ['of one statement, the tap at its end', [statement(`${quota.text}; SELECT claim_key($1)`, a)]],
  ])('in order: %s', (_, statements) => expect(outOfOrder(statements)).toEqual([]))

  test.each<[Statement[], string]>([
    [[one(), child], 'children after cases'],
    [[one(), line()], 'lines after cases'],
    [[programme, one()], 'cases after a programme'],
    [[account, one(b)], 'cases after accounts'],
    [[account, quota], 'a quota after accounts'],
    [[quota, statement('SELECT claim_key($1::uuid)', a)], 'the tap after a quota'],
    [
      [statement('SELECT overturn_rating($1)', b), statement('SELECT withdraw_right($1)', a)],
      'the right to rate after the rating',
    ],
    [
      [statement('SELECT name_account($1, $2)', a, 'x'), statement('SELECT grant_right($1)', b)],
      'the right to rate after accounts',
    ],
    [[programme, statement('SELECT keep_children_active($1::uuid[])', [b])], 'children after a programme'],
    [
      [statement("SELECT open_case($1, case_number_by_lot('PJ', $2))", b), one()],
      'cases after the number of a follow-up',
    ],
    [[statement('SELECT FROM programmes WHERE id = $1 FOR KEY SHARE'), child], 'children after a programme'],
    [[line(), statement("SELECT hold_lookup_key('k')")], 'the lookup key after lines'],
    [
      [statement(`WITH p AS (${programme.text}) SELECT keep_children_active($2)`, a, b)],
      'children after a programme',
    ],
  ])('out of order', (statements, fault) => expect(outOfOrder(statements)).toContain(fault))

  test('that takes another one of what it has', () =>
    expect(outOfOrder([one(), account, one(b)])).toEqual(['cases after accounts']))
})

describe('the house', () => {
  test.each(lockOrder)('takes %s in each way that is watched for', (_, shapes) => {
    const unseen = shapes.filter((shape) => !houseStatements.some((text) => text.search(shape) >= 0))
    expect(unseen).toEqual([])
  })

  test('says no lock that nobody watches', () => {
    const watched = lockOrder.flatMap(([, shapes]) => shapes)
    const rest = houseStatements.map((text) =>
      watched.reduce((left, shape) => left.replaceAll(shape, ''), text),
    )
    const locks =
      /\bFOR (?:NO KEY UPDATE|UPDATE|KEY SHARE|SHARE)\b(?! SKIP LOCKED)|pg_(?:try_)?advisory|LOCK TABLE/i
    expect(rest.filter((text) => locks.test(text))).toEqual([])
  })
})
