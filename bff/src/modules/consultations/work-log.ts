/** The promise: 工作台账 is made of the records alone; it says what was done and when, and never what was said. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { addDays, startOfDay } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { adviserOf } from './adviser'
import * as store from './adviser-store'
import { meetingsHeld } from './meetings/read-store'

/** The month is one of Shanghai. @throws Problem not_found */
export async function readWorkLog(deps: Deps, who: Who, month: string) {
  const { accountId, grants } = await adviserOf(deps, who)
  const from = startOfDay(`${month}-01`)
  const to = startOfDay(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`)
  const [work, opened, held, divisions] = await Promise.all([
    store.workOf(deps.db, accountId, from, to),
    store.openedBy(deps.db, accountId, from, to),
    meetingsHeld(deps.db.statement, accountId, from, earlier(to, deps.clock.now())),
    directory(deps),
  ])
  const rows = [...work.map((row) => ({ ...row, minutes: null })), ...held.map(asWork)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
  const count = (action: string): number => rows.filter((row) => row.action === action).length
  return {
    name: grants[0]?.displayName ?? '',
    office: divisions.find(grants[0]?.division ?? '')?.name ?? '',
    month,
    rows: rows.map(({ number, community, at, action, minutes }) => ({
      number,
      communityName: divisions.find(community)?.name ?? '',
      at: at.toISOString(),
      action,
      minutes,
    })),
    totals: {
      opened,
      answered: count('answer'),
      closed: count('close'),
      meetings: held.length,
      inTime: work.filter(({ inTime }) => inTime).length,
    },
  }
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other)

/** A meeting that took place, as a row of the log. */
const asWork = <Row extends object>(row: Row) => ({ ...row, action: 'meet' })
