import { expect, test } from 'vitest'
import { testApp } from '../../support/app'

const app = await testApp({ LINLI_RATE_SCALE: '1' })

test('numbers and codes cannot be tried: after a few, work is asked for', async () => {
  const codes: string[] = []
  for (let n = 0; n < 21; n++) {
    const body = { number: 'ZM-261129-000001', code: String(n).padStart(6, '0') }
    const { status, problem } = await app.call('verifyServiceRecord', { body })
    codes.push(status === 200 ? 'ok' : problem.code)
  }
  expect(codes.slice(0, 20)).toEqual(Array(20).fill('ok'))
  expect(codes[20]).toBe('proof_needed')
})
