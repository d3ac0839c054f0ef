import { expect, test } from 'vitest'
import { createProofs, zeroBits } from '../../../bff/src/platform/proof'
import { solve, workIn } from '../../../miniapp/src/shared/http/proof-of-work'

const away = { run: () => Promise.resolve(undefined), ready: () => false, close: () => Promise.resolve() }
let now = Date.parse('2026-11-23T02:12:00Z')
const clock = { now: () => new Date(now) }
const proofs = createProofs(Buffer.alloc(32, 1), away, clock)

test('work that the app has done is good once, in five minutes, and where it was asked for', async () => {
  const solution = await solve(proofs.issue())
  expect(await createProofs(Buffer.alloc(32, 2), away, clock).spend(solution)).toBe(false)
  expect(await proofs.spend(solution)).toBe(true)
  expect(await proofs.spend(solution)).toBe(false)
  const late = await solve(proofs.issue())
  now += 5 * 60_000
  expect(await proofs.spend(late)).toBe(false)
})

test('a seed of one’s own, another nonce and anything else are no proof', async () => {
  const { seed, bits } = proofs.issue()
  const solution = await solve({ seed, bits })
  const own = await solve({ seed: seed.replace(/^\w+/, 'zzzzzzzz'), bits: 4 })
  for (const wrong of [
    '',
    seed,
    `${seed}:`,
    `${seed}:${'z'.repeat(40)}`,
    own,
    `${solution}x`,
    ` ${solution}`,
  ])
    expect(await proofs.spend(wrong)).toBe(false)
  expect(await proofs.spend(solution)).toBe(true)
})

test('bits are counted from the first one', () => {
  expect([[0xff], [0x7f], [0, 0x10], [0, 0]].map((bytes) => zeroBits(Uint8Array.from(bytes)))).toEqual([
    0, 1, 11, 16,
  ])
})

test('the app works for no more than a phone can', () => {
  expect(workIn({ work: { seed: 's', bits: 16 } })).toEqual({ seed: 's', bits: 16 })
  for (const work of [undefined, {}, { seed: 1, bits: 1 }, { seed: 's', bits: 60 }])
    expect(workIn({ work })).toBeNull()
})
