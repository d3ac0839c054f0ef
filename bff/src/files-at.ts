/** Where pictures lie, as the environment says it: in a folder, or in a bucket of a store that speaks S3. */
import * as z from 'zod/mini'
import type { S3Settings } from './platform/files/s3-store'

const named = z.optional(z.string().check(z.minLength(1)))

export const fileVariables = {
  LINLI_FILES: named,
  LINLI_S3_ENDPOINT: z.optional(z.url({ protocol: /^https?$/ })),
  LINLI_S3_BUCKET: z.optional(z.string().check(z.regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/))),
  LINLI_S3_REGION: named,
  LINLI_S3_KEY: named,
  LINLI_S3_SECRET: named,
  LINLI_CLAMAV: named,
}
type Variables = { [Name in keyof typeof fileVariables]?: string | undefined }

export type FilesAt = { folder: string } | { s3: S3Settings }

/** @returns undefined where none is named @throws Error where both are, or half of one */
export function filesAt(env: Variables): FilesAt | undefined {
  const { LINLI_S3_ENDPOINT, LINLI_S3_BUCKET, LINLI_S3_REGION, LINLI_S3_KEY, LINLI_S3_SECRET } = env
  const parts = { LINLI_S3_ENDPOINT, LINLI_S3_BUCKET, LINLI_S3_REGION, LINLI_S3_KEY, LINLI_S3_SECRET }
  const given = Object.values(parts).filter((value) => value !== undefined)
  if (given.length === 0) return env.LINLI_FILES ? { folder: env.LINLI_FILES } : undefined
  if (env.LINLI_FILES) throw new Error('LINLI_FILES and LINLI_S3_… are two places: name one')
  const [endpoint = '', bucket = '', region = '', keyId = '', secret = ''] = given
  if (given.length < Object.keys(parts).length)
    throw new Error(`${Object.keys(parts).join(', ')} go together`)
  return { s3: { endpoint, bucket, region, keyId, secret } }
}
