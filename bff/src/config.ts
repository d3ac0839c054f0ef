import * as z from 'zod/mini'
import { type FilesAt, filesAt, fileVariables } from './files-at'
import { readKeys } from './keys/read'

/** 32 bytes, so exactly 43 characters of base64 and one of padding. */
const base64Key = '[A-Za-z0-9+/]{43}='
const keyText = z.string().check(z.regex(new RegExp(`^${base64Key}$`)))
const keyRing = z.string().check(z.regex(new RegExp(`^[\\w-]+:${base64Key}(,[\\w-]+:${base64Key})*$`)))

/** Everything the environment may say, parsed once at the door; docs/operations.md › Configuration lists the same names. */
const environment = z.object({
  NODE_ENV: z.optional(z.string()),
  HOST: z._default(z.string(), '0.0.0.0'),
  PORT: z._default(
    z.string().check(
      z.regex(/^\d{1,5}$/),
      z.refine((port) => Number(port) < 65_536),
    ),
    '8080',
  ),
  LINLI_METRICS_HOST: z._default(z.string(), '127.0.0.1'),
  LINLI_METRICS_PORT: z._default(
    z.string().check(
      z.regex(/^\d{1,5}$/),
      z.refine((port) => Number(port) < 65_536),
    ),
    '9464',
  ),
  DATABASE_URL: z.string().check(z.regex(/^postgres(ql)?:\/\//)),
  REDIS_URL: z.string().check(z.regex(/^rediss?:\/\//)),
  LINLI_FIELD_KEYS: keyRing,
  LINLI_LOOKUP_KEYS: z.optional(keyRing),
  LINLI_LOOKUP_KEY: z.optional(keyText),
  LINLI_TOKEN_KEY: keyText,
  LINLI_DEMO: z._default(z.enum(['0', '1']), '0'),
  LINLI_WEB: z.optional(z.string()),
  LINLI_PUBLIC_URL: z.optional(z.url()),
  LINLI_WORD_LIST: z.optional(z.string()),
  LINLI_TEXTS: z.optional(z.string()),
  LINLI_OPERATOR: z.optional(z.string()),
  LINLI_OPERATOR_CONTACT: z.optional(z.string()),
  LINLI_REGISTRATION: z.optional(z.string()),
  LINLI_LOG: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
  ...fileVariables,
  LINLI_POOL: z._default(z.string().check(z.regex(/^[1-9]\d{0,2}$/)), '16'),
  LINLI_TRUST_PROXY: z._default(z.enum(['0', '1']), '0'),
  LINLI_RATE_SCALE: z._default(
    z.string().check(
      z.regex(/^\d{1,6}(\.\d{1,3})?$/),
      z.refine((scale) => Number(scale) > 0),
    ),
    '1',
  ),
  LINLI_NUMBER_DAYS: z._default(z.string().check(z.regex(/^[1-9]\d{0,3}$/)), '90'),
  LINLI_CHECK_REPLIES: z._default(z.enum(['0', '1']), '0'),
  WECHAT_APP_ID: z.optional(z.string()),
  WECHAT_APP_SECRET: z.optional(z.string()),
  WECHAT_API_BASE: z._default(z.url(), 'https://api.weixin.qq.com'),
})

/** Who runs this deployment and answers for people's data, as they are named in its texts. */
export interface Operator {
  name: string | undefined
  /** A telephone number, or a postal or mail address. */
  contact: string | undefined
  /** The number under which the service is registered (ICP). */
  registration: string | undefined
}

export interface Config {
  host: string
  port: number
  /** Where the figures are to be had, apart from the public door; without a port nowhere. */
  metrics: { host: string; port: number } | undefined
  databaseUrl: string
  redisUrl: string
  fieldKeys: ReadonlyMap<string, Buffer>
  /** Id → key; which of them made the stored hashes is recorded in the database. */
  lookupKeys: ReadonlyMap<string, Buffer>
  tokenKey: Buffer
  /** One-tap people and codes on the screen; never in production. */
  demo: boolean
  /** Folder of the built H5 app, when this process serves it too. */
  web: string | undefined
  /** Where people find the browser app; printed QR codes begin with it. Without a slash at the end. */
  publicUrl: string
  /** File of words, one a line, that no published text may hold. */
  wordList: string | undefined
  /** Folder of this deployment's own privacy policy and other texts, published at the start. */
  texts: string | undefined
  operator: Operator
  logLevel: string
  /** Where pictures lie that people hand in; without one, none are taken. */
  files: FilesAt | undefined
  /** ClamAV: `host:port`, or the path of its socket. */
  clamAv: string | undefined
  poolSize: number
  trustProxy: boolean
  /** Multiplies every rate limit: many test clients share one address. */
  rateScale: number
  /** Days after which a number that was not used to sign in opens nothing tagged by its code alone. */
  numberStaleDays: number
  /** Parse every answer by its contract before it leaves (tests). */
  checkReplies: boolean
  wechat: { appId: string; secret: string; base: string } | undefined
}

/** @throws Error that names every wrong variable, without its value */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(source)
  if (!parsed.success)
    throw new Error(
      `wrong or missing in the environment: ${parsed.error.issues.map((i) => i.path.join('.')).join(', ')}`,
    )
  const env = parsed.data
  const keys = readKeys(env)
  mustGoTogether(env)
  return {
    host: env.HOST,
    port: Number(env.PORT),
    metrics: metricsOf(env),
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    ...keys,
    demo: env.LINLI_DEMO === '1',
    web: env.LINLI_WEB,
    publicUrl: (env.LINLI_PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    wordList: env.LINLI_WORD_LIST,
    texts: env.LINLI_TEXTS,
    operator: {
      name: env.LINLI_OPERATOR,
      contact: env.LINLI_OPERATOR_CONTACT,
      registration: env.LINLI_REGISTRATION,
    },
    logLevel: env.LINLI_LOG,
    files: filesAt(env),
    clamAv: env.LINLI_CLAMAV,
    poolSize: Number(env.LINLI_POOL),
    trustProxy: env.LINLI_TRUST_PROXY === '1',
    rateScale: Number(env.LINLI_RATE_SCALE),
    numberStaleDays: Number(env.LINLI_NUMBER_DAYS),
    checkReplies: env.LINLI_CHECK_REPLIES === '1',
    wechat:
      env.WECHAT_APP_ID && env.WECHAT_APP_SECRET
        ? { appId: env.WECHAT_APP_ID, secret: env.WECHAT_APP_SECRET, base: env.WECHAT_API_BASE }
        : undefined,
  }
}

/** @throws Error for what one variable demands of another */
function mustGoTogether(env: z.output<typeof environment>): void {
  if (!env.WECHAT_APP_ID !== !env.WECHAT_APP_SECRET)
    throw new Error('WECHAT_APP_ID and WECHAT_APP_SECRET go together')
  if (env.NODE_ENV === 'production' && !env.LINLI_PUBLIC_URL)
    throw new Error('LINLI_PUBLIC_URL is needed with NODE_ENV=production: printed codes begin with it')
  if (env.LINLI_DEMO === '1' && !demoPlaces.includes(env.NODE_ENV ?? ''))
    throw new Error(
      `LINLI_DEMO=1 shows sign-in codes to everybody: it starts with NODE_ENV=development or test, not with ${env.NODE_ENV ? `NODE_ENV=${env.NODE_ENV}` : 'NODE_ENV unset'}`,
    )
  if (env.NODE_ENV === 'production' && !(env.LINLI_OPERATOR && env.LINLI_OPERATOR_CONTACT))
    throw new Error(
      'LINLI_OPERATOR and LINLI_OPERATOR_CONTACT are needed with NODE_ENV=production: the privacy policy says who answers',
    )
  if (env.NODE_ENV === 'production' && !filesAt(env))
    throw new Error('LINLI_FILES or LINLI_S3_… is needed with NODE_ENV=production: pictures lie there')
}

function metricsOf(env: { LINLI_METRICS_HOST: string; LINLI_METRICS_PORT: string }): Config['metrics'] {
  const port = Number(env.LINLI_METRICS_PORT)
  return port === 0 ? undefined : { host: env.LINLI_METRICS_HOST, port }
}

/** Where made-up people may be let in with one tap. */
const demoPlaces: readonly string[] = ['development', 'test']
