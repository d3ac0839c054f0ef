/**
 * The promise: what staff ask for is whole, names nobody, and sends nobody alone to a child or to an old person who lives
 * alone. What is made together is made as a whole or not at all.
 */
import type { Fault } from '@linli/contracts/problems'
import type { NewTask, TaskSummary } from '@linli/contracts/tasks'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { mayTellHome } from '../../platform/home-words'
import { maySomebody, nameFault } from '../../platform/own-words'
import { Problem } from '../../platform/problem'
import { dayMs } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { isStaffOf } from '../identity/policy'
import { grantsInside } from '../identity/service'
import { openLine } from '../line/service'
import { needForTask } from '../needs/service'
import { leaderInside, openTeam } from '../teams/service'
import { livesAlone } from '../visits/service'
import { summaryOf } from './present'
import { faultsOfHome, faultsOfShifts, faultsOfTask, opensToAll } from './rules'
import * as store from './store'

/**
 * One task, one every week at the same time of day, or the shifts of one event: all of them or none.
 * @throws Problem not_found (not their community, or no such need), action_not_open (the need is not open), task_stands
 *   (volunteers are looked for already), invalid_request, idempotency_key_reused
 */
export async function createTask(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: NewTask,
): Promise<{ tasks: TaskSummary[] }> {
  const fresh = deps.ids.id()
  const series = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    await mayAsk(tx, who, asked)
    const need = asked.needId === null ? null : await needForTask(deps, tx, who, asked.needId)
    if (need && need.community !== asked.community) throw new Problem('not_found')
    if (need && (await store.openTasksOf(tx, need.id, at)).length > 0) throw new Problem('task_stands')
    const atHome = need?.hasPlace === true
    const alone = atHome && (await livesAlone(tx, need.subjectId))
    refuseFaults(asked, { atHome, alone }, at)
    const made = { atHome, homeNeedsTwo: atHome && (alone || asked.homeNeedsTwo === true) }
    for (const span of spansOf(asked))
      await insert(deps, tx, { ...asked, ...made, ...span, seriesId: fresh, createdBy: who.accountId, at })
    return fresh
  })
  const divisions = await directory(deps)
  return { tasks: (await store.tasksOfSeries(deps.db, series)).map((row) => summaryOf(row, divisions, [])) }
}

/**
 * Staff of the community ask; a leader asks their team where it is at home, for no need. Whose team is asked is open, and
 * at home where the task is.
 * @throws Problem not_found
 */
async function mayAsk(tx: Tx, who: Who, { community: code, teamId, needId }: NewTask): Promise<void> {
  const leader = teamId == null ? undefined : await leaderInside(tx, who.accountId, teamId)
  const team = teamId == null ? undefined : await openTeam(tx, teamId)
  if (teamId != null && (!team || !code.startsWith(team.division))) throw new Problem('not_found')
  const isStaff = isStaffOf(await grantsInside(tx, who.accountId), code)
  if (!isStaff && (leader === undefined || needId !== null)) throw new Problem('not_found')
}

/** @throws Problem invalid_request that names every fault */
function refuseFaults(
  asked: NewTask,
  { atHome, alone }: { atHome: boolean; alone: boolean },
  now: Date,
): void {
  const span = { ...asked, startsAt: new Date(asked.startsAt), endsAt: new Date(asked.endsAt) }
  const faults = [
    ...(asked.teamOnly === true && asked.teamId == null
      ? [{ path: 'body.teamOnly', code: 'team_missing', message: '请先选一支队伍' }]
      : []),
    ...faultsOfTask(span, atHome, now),
    ...faultsOfHome(asked, atHome, alone),
    ...faultsOfShifts(asked, span.startsAt, now),
    ...namedFaults({ 'body.title': asked.title, 'body.about': asked.about, 'body.place': asked.place }),
    ...homeFaults({ 'body.title': asked.title, 'body.about': asked.about }, atHome),
  ]
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
}

/** What everybody may read of a task names nobody. @param words by the path of their field */
export const namedFaults = (words: Readonly<Record<string, string | null>>): Fault[] =>
  Object.entries(words).flatMap(([path, text]) =>
    text !== null && maySomebody(text) ? [nameFault(path)] : [],
  )

/** What everybody may read of a task that is done in a home does not say where that is. @param words by the path of their field */
export const homeFaults = (words: Readonly<Record<string, string | null>>, atHome: boolean): Fault[] =>
  Object.entries(words).flatMap(([path, text]) =>
    atHome && text !== null && mayTellHome(text)
      ? [{ path, code: 'may_tell_home', message: '可能写了门牌号，请去掉再发。报上的人在求助里看得到地址' }]
      : [],
  )

interface Span {
  startsAt: Date
  endsAt: Date
  places: number
}

/** Every week, or shift after shift. */
function spansOf(asked: NewTask): Span[] {
  const weeks = Array.from({ length: asked.times }, (_, n) => n * 7 * dayMs)
  const later = (instant: string, ms: number): Date => new Date(Date.parse(instant) + ms)
  return [
    ...weeks.map((ms) => ({
      startsAt: later(asked.startsAt, ms),
      endsAt: later(asked.endsAt, ms),
      places: asked.places,
    })),
    ...asked.shifts.map(({ startsAt, endsAt, places }) => ({
      startsAt: later(startsAt, 0),
      endsAt: later(endsAt, 0),
      places,
    })),
  ]
}

interface Insertion extends Omit<NewTask, 'startsAt' | 'endsAt' | 'homeNeedsTwo'>, Span {
  atHome: boolean
  homeNeedsTwo: boolean
  seriesId: string
  createdBy: string
  at: Date
}

async function insert(deps: Deps, tx: Tx, { at, ...task }: Insertion): Promise<void> {
  const id = deps.ids.id()
  const { atHome, adultsOnly, twoPeople, place, kind, startsAt, community } = task
  await store.insertTask(tx, {
    ...task,
    teamId: task.teamId ?? null,
    teamOnly: task.teamOnly === true,
    id,
    place: atHome ? null : place,
    adultsOnly: adultsOnly || twoPeople || atHome,
    opensToAll: opensToAll(kind, startsAt, at),
    createdAt: at,
  })
  await openLine(tx, { kind: 'task', community, taskId: id }, at)
}
