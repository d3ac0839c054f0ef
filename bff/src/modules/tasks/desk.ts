/** Tasks as whoever organises them lists them: of a division, or of a team. */
import type { DeskTask } from '@linli/contracts/tasks'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { directory } from '../divisions/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { teamFor } from '../teams/service'
import { comingTasks, type DeskPlace, type Of, pastTasks } from './desk-store'
import { deskTaskOf } from './present'

const pageSize = 30

interface DeskPage {
  tasks: DeskTask[]
  next: DeskPlace | undefined
  now: string
}

/** @throws Problem not_found unless the reader is staff or supervisor of the division */
export async function listDeskTasks(
  deps: Deps,
  who: Who,
  { division, show }: { division: string; show: 'coming' | 'past' },
  after: DeskPlace | undefined,
): Promise<DeskPage> {
  const grants = await grantsOf(deps, who.accountId)
  if (!isStaffOf(grants, division) && !isSupervisorOf(grants, division)) throw new Problem('not_found')
  return deskPage(deps, { division }, show, after)
}

/** @throws Problem not_found unless the reader leads the team, or is staff of its division */
export async function listTeamTasks(
  deps: Deps,
  who: Who,
  { id, show }: { id: string; show: 'coming' | 'past' },
  after: DeskPlace | undefined,
): Promise<DeskPage> {
  await deps.db.transaction((tx) => teamFor(tx, who, id))
  return deskPage(deps, { teamId: id }, show, after)
}

async function deskPage(
  deps: Deps,
  of: Of,
  show: 'coming' | 'past',
  after: DeskPlace | undefined,
): Promise<DeskPage> {
  const [now, divisions] = [deps.clock.now(), await directory(deps)]
  const find = show === 'coming' ? comingTasks : pastTasks
  const { page, last } = pageOf(await find(deps.db, { of, now, after, limit: pageSize + 1 }), pageSize)
  return {
    tasks: page.map((row) => deskTaskOf(row, divisions)),
    next: last && { at: last.startsAt, id: last.id },
    now: now.toISOString(),
  }
}
