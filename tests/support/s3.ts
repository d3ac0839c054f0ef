/** A server that speaks S3 and looks at signatures, in this process; it can be stopped and started again. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server as HttpServer } from 'node:http'
import { createRequire } from 'node:module'
import { createHash, createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Koa from 'koa'
import type { S3Settings } from '../../bff/src/platform/files/s3-store'

interface Server extends Koa {
  httpServer: HttpServer
  run(): Promise<AddressInfo>
  close(): Promise<void>
}
type Servers = new (options: object) => Server
const S3 = createRequire(import.meta.url)('s3rver') as Servers

export interface TestS3 {
  settings: S3Settings
  /** Where it keeps what it was given. */
  folder: string
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export async function testS3(): Promise<TestS3> {
  const [folder, bucket] = [mkdtempSync(join(tmpdir(), 'linli-s3-')), 'pictures']
  const options = {
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: bucket }],
  }
  const made = (port: number): Server => {
    const one = new S3({ ...options, port })
    one.middleware.unshift(demandSignature)
    return one
  }
  let server = made(0)
  const { port } = await server.run()
  const stop = () => {
    server.httpServer.closeAllConnections()
    return server.close()
  }
  return {
    folder,
    // The only key that this server knows.
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket,
      region: 'cn-test-1',
      keyId: 'S3RVER',
      secret: 'S3RVER',
    },
    stop,
    async start() {
      server = made(port)
      await server.run()
    },
    async close() {
      await stop().catch(() => {})
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same as the environment of a process says it. */
export const s3Env = ({ settings }: TestS3): NodeJS.ProcessEnv => ({
  LINLI_S3_ENDPOINT: settings.endpoint,
  LINLI_S3_BUCKET: settings.bucket,
  LINLI_S3_REGION: settings.region,
  LINLI_S3_KEY: settings.keyId,
  LINLI_S3_SECRET: settings.secret,
})

/** The only secret there is. This server's own look at signatures of version 4 ends at the name of the key. */
const secret = 'S3RVER'

/** Signature of version 4, as Amazon's documentation has it. */
const demandSignature: Koa.Middleware = async (ctx, next) => {
  const shape = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([\da-f]{64})$/
  const [, credential = '', signed = '', given] = shape.exec(ctx.get('authorization')) ?? []
  const [, ...scope] = credential.split('/')
  const query = [...new URL(ctx.href).searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const headers = signed.split(';').map((name) => `${name}:${ctx.get(name).trim()}\n`)
  const asked = [ctx.method, ctx.path, query, headers.join(''), signed, ctx.get('x-amz-content-sha256')].join(
    '\n',
  )
  const said = ['AWS4-HMAC-SHA256', ctx.get('x-amz-date'), scope.join('/'), sha256(asked)].join('\n')
  const key = scope.reduce<string | Buffer>((by, part) => hmac(by, part), `AWS4${secret}`)
  if (given !== hmac(key, said).toString('hex')) ctx.throw(403, 'SignatureDoesNotMatch')
  await next()
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
