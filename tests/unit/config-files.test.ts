import { describe, expect, test } from 'vitest'
import { readConfig } from '../../bff/src/config'
import { keyNamed } from '../support/keys'

const good = {
  DATABASE_URL: 'postgresql://linli@127.0.0.1/linli',
  REDIS_URL: 'redis://127.0.0.1/0',
  LINLI_FIELD_KEYS: `k1:${keyNamed('1')}`,
  LINLI_LOOKUP_KEYS: `l1:${keyNamed('3')}`,
  LINLI_TOKEN_KEY: keyNamed('4'),
}
const messageOf = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env)
  } catch (error) {
    return (error as Error).message
  }
  return 'accepted'
}

describe('pictures', () => {
  const s3 = {
    LINLI_S3_ENDPOINT: 'https://s3.example',
    LINLI_S3_BUCKET: 'pictures',
    LINLI_S3_REGION: 'cn-1',
    LINLI_S3_KEY: 'k',
    LINLI_S3_SECRET: 's',
  }

  test('lie in a folder or in a bucket, of which every part is named, and not in two places', () => {
    expect(readConfig(good).files).toBeUndefined()
    expect(readConfig({ ...good, LINLI_FILES: '/srv/files' }).files).toEqual({ folder: '/srv/files' })
    expect(readConfig({ ...good, ...s3 }).files).toEqual({
      s3: { endpoint: 'https://s3.example', bucket: 'pictures', region: 'cn-1', keyId: 'k', secret: 's' },
    })
    expect(messageOf({ ...good, ...s3, LINLI_FILES: '/srv/files' })).toMatch(/name one/)
    for (const name of Object.keys(s3))
      expect(messageOf({ ...good, ...s3, [name]: undefined })).toMatch(/go together/)
  })

  test('have a place in production', () => {
    const real = {
      ...good,
      NODE_ENV: 'production',
      LINLI_PUBLIC_URL: 'https://linli.example/',
      LINLI_OPERATOR: '楚雄州',
      LINLI_OPERATOR_CONTACT: '0878-3120000',
    }
    expect(messageOf(real)).toMatch(/LINLI_FILES/)
    expect(messageOf({ ...real, LINLI_FILES: '/srv/files' })).toBe('accepted')
  })
})
