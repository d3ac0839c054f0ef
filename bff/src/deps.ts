import { readFileSync } from 'node:fs'
import type { Config } from './config'
import { cipherOf } from './keys/checks'
import type { Kind } from './modules/cases/kind'
import { type Cache, createCache } from './platform/cache'
import { openChanges } from './platform/changes'
import { type Clock, systemClock } from './platform/clock'
import type { FieldCipher } from './platform/crypto'
import { type Db, openDb } from './platform/db'
import { createFileTools, type FileTools } from './file-tools'
import { type Ids, randomIds } from './platform/ids'
import { createLog, type Log } from './platform/log'
import { createMetrics, type Metrics } from './platform/metrics'
import { createProofs, type Proofs } from './platform/proof'
import { createRateLimiter, type RateLimiter } from './platform/rate-limit'
import { type RedisPort, openRedis } from './platform/redis'
import { createRevocations, type Revocations } from './platform/revocations'
import type { Sms } from './platform/sms'
import { createStreams, type Streams } from './platform/streams'
import { createTextsInEffect, type TextsInEffect } from './platform/texts-in-effect'
import { createWechatTextCheck, createWordList, inTurn, type TextCheck } from './platform/text-check'
import { createTokens, type TokenMaker } from './platform/tokens'
import { createWechat, type Wechat } from './platform/wechat'

/** What services are given: time, ids and the outside world are arguments (docs/architecture.md › The twelve rules, 10). */
export interface Deps {
  config: Config
  clock: Clock
  ids: Ids
  log: Log
  db: Db
  redis: RedisPort
  cache: Cache
  cipher: FieldCipher
  tokens: TokenMaker
  revocations: Revocations
  texts: TextsInEffect
  rates: RateLimiter
  proofs: Proofs
  metrics: Metrics
  streams: Streams
  /** Every service, as it tells the spine what it is. */
  kinds: ReadonlyMap<string, Kind>
  /** No provider is built in: an operator passes one here. A demonstration server shows the code instead. */
  sms: Sms | undefined
  wechat: Wechat | undefined
  textCheck: TextCheck
  files: FileTools
  close(): Promise<void>
}

const firstOf = (ring: ReadonlyMap<string, Buffer>): string => ring.keys().next().value ?? ''

/**
 * The only place that builds things.
 * @param kinds the services of `kinds.ts`; tests add one of their own
 * @param given replaces the clock, ids or ports (tests); `lookupId`: the key of the stored hashes, as `admit` says, which
 *   every transaction then holds
 */
export function buildDeps(
  config: Config,
  kinds: readonly Kind[],
  given: Partial<Pick<Deps, 'clock' | 'ids' | 'sms' | 'log' | 'textCheck' | 'files'>> & {
    lookupId?: string
  } = {},
): Deps {
  const clock = given.clock ?? systemClock
  const log = given.log ?? createLog(config.logLevel, 'bff')
  const db = openDb(config.databaseUrl, config.poolSize, log, given.lookupId)
  const redis = openRedis(config.redisUrl, log)
  const cache = createCache(clock)
  const streams = createStreams(openChanges(config.databaseUrl, log))
  return {
    config,
    clock,
    log,
    db,
    redis,
    cache,
    streams,
    ids: given.ids ?? randomIds,
    cipher: cipherOf(config, given.lookupId ?? firstOf(config.lookupKeys)),
    tokens: createTokens(config.tokenKey, clock),
    revocations: createRevocations(db),
    texts: createTextsInEffect(db, cache, clock),
    rates: createRateLimiter(redis, clock, config.rateScale),
    proofs: createProofs(config.tokenKey, redis, clock),
    metrics: createMetrics(),
    kinds: new Map(kinds.map((kind) => [kind.type, kind])),
    sms: given.sms,
    wechat: config.wechat && createWechat(config.wechat),
    textCheck: given.textCheck ?? textCheckOf(config, clock),
    files: given.files ?? createFileTools(config, clock),
    async close() {
      streams.close()
      await Promise.all([redis.close(), db.close()])
    },
  }
}

function textCheckOf(config: Config, clock: Clock): TextCheck {
  const words = config.wordList ? readFileSync(config.wordList, 'utf8').split(/\r?\n/) : []
  return inTurn(createWordList(words), config.wechat && createWechatTextCheck(config.wechat, clock))
}
