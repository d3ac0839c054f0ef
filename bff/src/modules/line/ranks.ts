/**
 * The promise: the place in a long line costs one look into Redis and is at most a second old; without Redis, or when
 * it has forgotten, PostgreSQL is counted and the answer is exact. One process at a time makes the sorted set anew.
 */
import type { Redis } from 'ioredis'
import type { Deps } from '../../deps'
import { exactRank, type Rank, ranksOf } from './read-store'

/** How old an answer may be, and for how long an old one serves while a new one is being made. */
const freshMs = 1_000
const staleMs = 5_000

export type SeenRank = Rank & { asOf: Date }

/** Keys of one line share a hash tag. `made` is a member beside the cases: its score is when the set was read. */
const ranksKey = (lineId: string): string => `line:{${lineId}}:ranks`
const freshKey = (lineId: string): string => `line:{${lineId}}:fresh`
const makingKey = (lineId: string): string => `line:{${lineId}}:making`
const made = 'made'

export async function rankOf(deps: Deps, lineId: string, caseId: string, waits: boolean): Promise<SeenRank> {
  const seen = await look(deps, lineId, caseId)
  // Who just joined is not in a set that was made before.
  const isUseful = seen && (seen.position !== null || !waits)
  if (seen?.isFresh && isUseful) return seen
  if (seen && !seen.isFresh && (await isMaker(deps, lineId))) return make(deps, lineId, caseId, waits)
  if (seen?.isKept && isUseful) return seen
  return exact(deps, caseId)
}

const exact = async (deps: Deps, caseId: string): Promise<SeenRank> => {
  const asOf = deps.clock.now()
  return { ...(await exactRank(deps.db, caseId, asOf)), asOf }
}

interface Look extends SeenRank {
  isFresh: boolean
  isKept: boolean
}

/** @returns undefined when Redis is away */
function look({ redis, clock }: Deps, lineId: string, caseId: string): Promise<Look | undefined> {
  return redis.run(async (redis) => {
    const answers = await redis
      .multi()
      .zscore(ranksKey(lineId), caseId)
      .zscore(ranksKey(lineId), made)
      .zcard(ranksKey(lineId))
      .exists(freshKey(lineId))
      .exec()
    const [position, asOf, size, fresh] = (answers ?? []).map(([error, value]) => {
      if (error) throw error
      return value === null ? null : Number(value)
    })
    const age = clock.now().getTime() - (asOf ?? 0)
    return {
      position: position ?? null,
      total: Math.max((size ?? 0) - 1, 0),
      asOf: new Date(asOf ?? 0),
      isFresh: fresh === 1 && Math.abs(age) <= freshMs,
      isKept: Math.abs(age) <= freshMs + staleMs,
    }
  })
}

/** Only one process makes the set; if it dies, another may after a moment. */
async function isMaker({ redis }: Deps, lineId: string): Promise<boolean> {
  return (await redis.run((redis) => redis.set(makingKey(lineId), '1', 'PX', 2_000, 'NX'))) === 'OK'
}

async function make(deps: Deps, lineId: string, caseId: string, waits: boolean): Promise<SeenRank> {
  const asOf = deps.clock.now()
  const ids = await ranksOf(deps.db, lineId, asOf)
  await deps.redis.run((redis) => publish(redis, lineId, ids, asOf))
  const place = ids.indexOf(caseId)
  if (waits && place < 0) return exact(deps, caseId)
  return { position: place < 0 ? null : place + 1, total: ids.length, asOf }
}

/** The whole set in one step: nobody ever sees half of it. */
async function publish(redis: Redis, lineId: string, ids: readonly string[], asOf: Date): Promise<void> {
  const key = ranksKey(lineId)
  const step = redis.multi().del(key).zadd(key, asOf.getTime(), made)
  for (let from = 0; from < ids.length; from += 1_000)
    step.zadd(key, ...ids.slice(from, from + 1_000).flatMap((id, n) => [from + n + 1, id]))
  await step
    .pexpire(key, freshMs + staleMs)
    .set(freshKey(lineId), '1', 'PX', freshMs)
    .del(makingKey(lineId))
    .exec()
}

/** After something moved: the next look makes the set anew. */
export async function forgetRanks({ redis }: Pick<Deps, 'redis'>, lineId: string): Promise<void> {
  await redis.run((redis) => redis.del(freshKey(lineId)))
}
