/** Objects in a bucket of any store that speaks S3. Nothing is ever public; what lies there is sealed. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { Readable } from 'node:stream'
import { demandKey, type FileStore, isKey, ObjectGone, StoreAway } from './file-store'

export interface S3Settings {
  endpoint: string
  bucket: string
  region: string
  keyId: string
  secret: string
}

/** Nothing hangs: to be connected, between two bytes, and for a whole object. */
const patience = { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true }
const mostMs = 60_000

/** Sums of the newest kind are left out: many stores refuse them, and our own seal says more. */
const sums = {
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
} as const

/** What fails is told by us, once. */
const nothing = (): void => {}
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }

const clientOf = ({ endpoint, region, keyId, secret }: S3Settings): S3Client =>
  new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: keyId, secretAccessKey: secret },
    forcePathStyle: true,
    maxAttempts: 2,
    requestHandler: patience,
    logger: silent,
    ...sums,
  })

export function createS3Store(settings: S3Settings): FileStore {
  const [client, bucket] = [clientOf(settings), settings.bucket]
  const within = () => ({ abortSignal: AbortSignal.timeout(mostMs) })
  return {
    async put(key, bytes, content) {
      const failed = failureOf(content)
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: demandKey(key),
        Body: content,
        ContentLength: bytes,
        ContentType: 'application/octet-stream',
      })
      const sent = client.send(command, within())
      // What fails first decides; a request whose content failed would wait for the rest of it.
      await Promise.race([sent, failed.promise]).catch((error: unknown) => {
        content.destroy()
        sent.catch(() => {})
        throw error === failed.error() ? error : new StoreAway(error)
      })
    },
    async get(key) {
      const command = new GetObjectCommand({ Bucket: bucket, Key: demandKey(key) })
      const { Body } = await client.send(command, within()).catch(away)
      return Body as Readable
    },
    async remove(key) {
      await client
        .send(new DeleteObjectCommand({ Bucket: bucket, Key: demandKey(key) }), within())
        .catch((error: unknown) => (isMissing(error) ? undefined : away(error)))
    },
    list: (before) => listed(client, bucket, before),
  }
}

async function* listed(client: S3Client, bucket: string, before: Date): AsyncIterable<string> {
  let token: string | undefined
  do {
    const page = await client
      .send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: token }), {
        abortSignal: AbortSignal.timeout(mostMs),
      })
      .catch(away)
    for (const { Key, LastModified } of page.Contents ?? [])
      if (Key && isKey(Key) && LastModified && LastModified < before) yield Key
    token = page.NextContinuationToken
  } while (token)
}

/** Rejects as soon as a stream fails, and says with what. */
function failureOf(content: Readable): { promise: Promise<never>; error(): unknown } {
  let failure: unknown
  const promise = new Promise<never>((_, reject) => {
    content.once('error', (error) => {
      failure = error
      reject(error)
    })
  })
  promise.catch(() => {})
  return { promise, error: () => failure ?? noFailure }
}
const noFailure = Symbol('none')

const isMissing = (error: unknown): boolean =>
  error instanceof NoSuchKey || (error as { name?: unknown }).name === 'NoSuchKey'

const away = (error: unknown): never => {
  throw isMissing(error) ? new ObjectGone() : new StoreAway(error)
}
