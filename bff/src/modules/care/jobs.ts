/**
 * What the clock says of children in care: one that is neither there nor excused, and one that nobody has picked up.
 * Each is said once, by `care_records_clock_once`: a worker that is late or runs twice changes nothing, and one that was
 * away for hours says every step that is due, and tells only the last.
 */
import type { CareRecordKind } from '@linli/contracts/care'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { minuteMs } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { escalateAlerts } from './alerts/alert-raise'
import { lateRecords, watchedMs } from './clock-rules'
import { isStill, lateChildren, unseenChildren, type Watched } from './job-store'
import { insertRecord } from './records/record-store'
import { type CareNotice, tell } from './tell'

export { forgetPairingCodes } from './tablets/tablet-store'

/** All of them, whatever becomes of one. @returns 0 when there was nothing to say */
export const watchChildren = (deps: Deps): Promise<number> =>
  each([missChildren, climbLateLadder, escalateAlerts], async (watch) => (await watch(deps)) > 0)

/** @returns how many children were missed */
export async function missChildren(deps: Deps): Promise<number> {
  const now = deps.clock.now()
  const divisions = await directory(deps)
  const rows = await unseenChildren(deps.db, new Date(now.getTime() - watchedMs), now)
  return each(rows, async (row) => {
    const { care_missing_minutes } = divisions.settings(row.community)
    const at = new Date(row.startsAt.getTime() + care_missing_minutes * minuteMs)
    if (at > now) return false
    return deps.db.transaction(async (tx) => {
      if (!(await isStill(tx, 'unseen', row))) return false
      return say(deps, tx, row, { records: [{ kind: 'missing', at }], now, notice: 'child_missing' })
    })
  })
}

const notices = { late_15: 'child_late_15', late_30: 'child_late_30', late_60: 'child_late_60' } as const

/** @returns how many children went up the ladder */
export async function climbLateLadder(deps: Deps): Promise<number> {
  const now = deps.clock.now()
  const divisions = await directory(deps)
  const rows = await lateChildren(deps.db, new Date(now.getTime() - watchedMs), now)
  return each(rows, async (row) => {
    const { care_late_minutes } = divisions.settings(row.community)
    const records = lateRecords(row.endsAt, care_late_minutes, now).filter((s) => !row.said.includes(s.kind))
    const last = records.at(-1)
    if (!last) return false
    return deps.db.transaction(async (tx) => {
      if (!(await isStill(tx, 'late', row))) return false
      return say(deps, tx, row, { records, now, notice: notices[last.kind] })
    })
  })
}

/**
 * One child a transaction: one that cannot be told of holds up no other.
 * @throws the first failure, after all were tried
 */
async function each<Row>(rows: readonly Row[], one: (row: Row) => Promise<boolean>): Promise<number> {
  const failures: unknown[] = []
  let done = 0
  for (const row of rows) {
    try {
      if (await one(row)) done += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return done
}

interface Saying {
  records: readonly { kind: CareRecordKind; at: Date }[]
  now: Date
  notice: CareNotice
}

/** @returns false when another worker said the last of them in this moment */
async function say(deps: Deps, tx: Tx, row: Watched, { records, now, notice }: Saying): Promise<boolean> {
  const { sessionId, caseId, childId, programmeId, community, day } = row
  let added = false
  for (const { kind, at } of records)
    added = await insertRecord(tx, {
      id: deps.ids.id(),
      sessionId,
      caseId,
      childId,
      kind,
      at,
      receivedAt: now,
      by: null,
    })
  if (!added) return false
  const key = `${sessionId}/${childId}`
  await tell(deps, tx, notice, {
    key,
    sessionId,
    caseId,
    childId,
    programmeId,
    community,
    day,
    at: now,
    actorId: null,
  })
  return true
}
