import { expect, test } from 'vitest'
import { createFieldCipher, sha256 } from '../../../bff/src/platform/crypto'
import { idempotencyOf } from '../../../bff/src/platform/idempotency'

const cipherOf = (byte: number) =>
  createFieldCipher({
    keys: new Map([['k1', sha256('k1')]]),
    lookupKeys: new Map([['l1', sha256(`l${byte}`)]]),
  })
const idempotency = (byte: number, name = '李小满') =>
  idempotencyOf(cipherOf(byte), { accountId: 'a', key: 'tap-0001', endpoint: 'addChild', sent: { name } })

test('what was sent is recognised, and guessed by nobody who has not the key', () => {
  const { bodyHash } = idempotency(7)
  expect(idempotency(7).bodyHash).toEqual(bodyHash)
  expect(idempotency(7, '李小雨').bodyHash).not.toEqual(bodyHash)
  expect(idempotency(8).bodyHash).not.toEqual(bodyHash)
  expect(sha256(`addChild\0${JSON.stringify({ name: '李小满' })}`)).not.toEqual(bodyHash)
})
