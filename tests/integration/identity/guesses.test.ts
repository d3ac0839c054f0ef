/** Codes that stand open for whoever types them are not found by trying, and who tries shuts out nobody else. */
import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { guessLimits } from '../../../bff/src/http/limits'
import type { Answer } from '../../support/api'
import { buildTestApp, monday } from '../../support/app'
import { invite, makeChild } from '../../support/children'
import { testDatabase } from '../../support/database'
import { testRedis } from '../../support/redis'
import { ok } from '../../support/story'
import { quickProofOf } from '../../support/proof-of-work'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const [database, redis] = [await testDatabase(), await testRedis()]
const app = await buildTestApp(database, redis.url, { LINLI_RATE_SCALE: '1', LINLI_TRUST_PROXY: '1' })
afterAll(() => app.close())
beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await redis.client.flushdb()
})

const guess = (): string => String(randomInt(100_000_000)).padStart(8, '0')
const codeOf = ({ problem }: Answer): string => problem.code

type Try = (address: string, code: string, proof?: Record<string, string>) => Promise<Answer>

const headersOf = (address: string, proof: Record<string, string> = {}) => ({
  'x-forwarded-for': address,
  ...proof,
})
const pair: Try = (address, code, proof) =>
  app.call('pairCareDevice', { body: { code, name: '平板' }, headers: headersOf(address, proof) })
const accept =
  (who: Person): Try =>
  (address, code, proof) =>
    app.call('acceptInvitation', {
      body: { code, relation: 'father' },
      token: who.token,
      headers: headersOf(address, proof),
    })

/** Tries wrong codes, with the work that is asked for, until there is no more. @returns how many were looked at */
async function exhaust(one: Try, wrong: string, address: () => string): Promise<number> {
  for (let looked = 0; ;) {
    let answer = await one(address(), guess())
    if (codeOf(answer) === 'proof_needed') answer = await one(address(), guess(), quickProofOf(answer))
    if (codeOf(answer) === 'too_many_requests') return looked
    expect(codeOf(answer)).toBe(wrong)
    looked++
  }
}

describe.each([
  ['to pair a tablet', 'pairing', 'pairing_code_wrong'],
  ['to link a child', 'invitation', 'invitation_wrong'],
] as const)('a code %s', (_, what, wrong) => {
  const most = ({ asker: [near, over] }: (typeof guessLimits)[typeof what]) => near.max + over.max

  test('is tried so often by one who tries, then not; somebody else goes on', async () => {
    const [thief, father] = [await makePerson(app), await makePerson(app)]
    const one = what === 'pairing' ? pair : accept(thief)
    expect(await exhaust(one, wrong, () => '10.0.0.7')).toBe(most(guessLimits[what]))
    const right = what === 'pairing' ? await pairing() : await invitation()
    // The right one does not help whoever has tried too often, and is not spent by it.
    expect(codeOf(await one('10.0.0.7', right))).toMatch(/proof_needed|too_many_requests/)
    const other = what === 'pairing' ? pair : accept(father)
    expect((await other('10.9.0.7', right)).status).toBe(201)
  })
})

test('whoever changes accounts and addresses meets the budget of the network, then work for everybody', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => makePerson(app)))
  let answers = 0
  const { network } = guessLimits.invitation
  for (const who of people)
    for (let n = 0; n < guessLimits.invitation.asker[0].max; n++) {
      const answer = await accept(who)(`10.0.0.${n}`, guess())
      if (codeOf(answer) === 'invitation_wrong') answers++
      else expect(codeOf(answer)).toBe('proof_needed')
    }
  expect(answers).toBe(network[0].max)
})

async function pairing(): Promise<string> {
  const staff = await makePerson(app, { grants: [['staff', here]] })
  const made = await ok(
    app.call<{ code: string }>('makePairingCode', { body: { community: here }, token: staff.token }),
  )
  return made.code
}

async function invitation(): Promise<string> {
  const mother = await makePerson(app)
  return invite(app, mother, (await makeChild(app, mother)).id)
}
