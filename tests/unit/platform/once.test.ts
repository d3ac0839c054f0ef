import { expect, test } from 'vitest'
import { createFieldCipher, sha256 } from '../../../bff/src/platform/crypto'
import { intentOf } from '../../../bff/src/platform/once'

const cipherOf = (byte: number) =>
  createFieldCipher({
    keys: new Map([['k1', sha256('k1')]]),
    lookupKeys: new Map([['l1', sha256(`l${byte}`)]]),
  })
const intent = (byte: number, name = '李小满') =>
  intentOf(cipherOf(byte), { accountId: 'a', key: 'tap-0001', endpoint: 'addChild', sent: { name } })

test('what was sent is recognised, and guessed by nobody who has not the key', () => {
  const { bodyHash } = intent(7)
  expect(intent(7).bodyHash).toEqual(bodyHash)
  expect(intent(7, '李小雨').bodyHash).not.toEqual(bodyHash)
  expect(intent(8).bodyHash).not.toEqual(bodyHash)
  expect(sha256(`addChild\0${JSON.stringify({ name: '李小满' })}`)).not.toEqual(bodyHash)
})
