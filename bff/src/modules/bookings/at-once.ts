/** The promise: of many that are confirmed at once each is decided as if it were alone, and each once. */
import { createHash } from 'node:crypto'
import { problems } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { decide } from './decisions'

interface Result {
  id: string
  problem: { code: string; title: string } | null
  undoUntil: string | null
}

/** One after the other: a desk's click never takes more than one connection. */
export async function confirmBookings(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  ids: readonly string[],
): Promise<{ results: Result[] }> {
  const results: Result[] = []
  for (const id of ids)
    results.push(await confirmOne(deps, who, { ...idempotency, key: keyOf(idempotency, id) }, id))
  return { results }
}

/** What came half through is gone on with by the same tap: each case has a key of its own. */
const keyOf = ({ key }: Idempotency, id: string): string =>
  createHash('sha256').update(`${key} ${id}`).digest('base64url')

async function confirmOne(deps: Deps, who: Who, idempotency: Idempotency, id: string): Promise<Result> {
  try {
    const { undoUntil } = await decide(deps, who, idempotency, {
      id,
      action: 'confirm',
      note: null,
      alternativeRoomId: null,
    })
    return { id, problem: null, undoUntil }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { id, problem: { code: error.code, title: problems[error.code].title }, undoUntil: null }
  }
}
