/** The promise: whoever reads a child learns at once, wherever they look first, that it did not come. */
import type { MissingChild } from '@linli/contracts/home'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { readableChildren } from '../../children/service'
import { directory } from '../../divisions/service'
import { isMissing } from '../clock-rules'
import { expectedNow } from './child-day-store'

/** As the child's own page says it, while the session goes on; whether or not a worker has run. */
export async function missingChildren(deps: Deps, who: Who): Promise<MissingChild[]> {
  const now = deps.clock.now()
  const children = new Map((await readableChildren(deps, who)).map(({ id, nickname }) => [id, nickname]))
  if (children.size === 0) return []
  const [rows, divisions] = await Promise.all([
    expectedNow(deps.db, [...children.keys()], now),
    directory(deps),
  ])
  const unseen = { mark: null, released: false, absenceReported: false }
  return rows.flatMap(({ childId, community, phone, ...times }) => {
    const { care_missing_minutes } = divisions.settings(community)
    if (!isMissing({ ...times, ...unseen }, care_missing_minutes, now)) return []
    return [{ childId, nickname: children.get(childId) ?? '', startsAt: times.startsAt.toISOString(), phone }]
  })
}
