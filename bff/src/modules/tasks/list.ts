/** Tasks as one reader finds them: what fits them first, and why (docs/tasks.md › Matching). */
import type { Candidate, FitReason, TaskSummary } from '@linli/contracts/tasks'
import type { Deps } from '../../deps'
import { directory } from '../divisions/service'
import { ownNeeds } from '../needs/service'
import { membersAmong } from '../teams/service'
import { volunteerOf, type OwnVolunteer } from '../volunteers/service'
import { childrenOf } from '../children/service'
import { loadAround, loadsSince } from './load'
import { summaryOf } from './present'
import { proposedTo } from './proposals-store'
import type { TaskRow } from './row'
import { areaOf, obstaclesOf, reasonsOf } from './rules'
import * as store from './store'

/** So many of the soonest are looked at in each area, however many there are. */
const looked = 60
const shown = 50

export interface OwnTasks {
  isVolunteer: boolean
  tasks: (TaskSummary & { why: FitReason[]; proposed: boolean })[]
  now: string
}

export async function listFor(deps: Deps, accountId: string, community: string): Promise<OwnTasks> {
  const now = deps.clock.now()
  const [divisions, volunteers] = await Promise.all([directory(deps), volunteerOf(deps, accountId)])
  const areas = new Set([community, ...volunteers.map(areaOf), ...volunteers.map((v) => v.community)])
  const parties = volunteers.map(({ partyId }) => partyId)
  const among = await membersAmong(deps.db.statement, parties)
  const [proposed, ...found] = await Promise.all([
    proposedTo(deps.db, parties, now),
    ...[...areas].map((area) => store.tasksNear(deps.db, { area, now, limit: looked })),
    store.tasksOfTeams(deps.db, { teamIds: among.teams, now, limit: looked }),
  ])
  const rows = [...new Map([...proposed, ...found.flat()].map((row) => [row.id, row])).values()]
  const isProposed = (row: TaskRow): boolean => proposed.some(({ id }) => id === row.id)
  const { mine, known } = await around(deps, accountId, volunteers, rows, now)
  const ranked = rows
    .map((row) => ({ row, proposed: isProposed(row), ...fitOf(row, volunteers, { ...known, among }, now) }))
    .sort(byFit)
  return {
    isVolunteer: volunteers.length > 0,
    tasks: ranked
      .slice(0, shown)
      .map(({ row, why, proposed: asked }) => ({ ...summaryOf(row, divisions, mine), why, proposed: asked })),
    now: now.toISOString(),
  }
}

interface Ranked {
  row: TaskRow
  why: FitReason[]
  open: boolean
  proposed: boolean
}

/** What they were asked for first, then whom nothing keeps from it, then by how much speaks for it, then the soonest. */
const byFit = (a: Ranked, b: Ranked): number =>
  Number(b.proposed) - Number(a.proposed) ||
  Number(b.open) - Number(a.open) ||
  b.why.length - a.why.length ||
  a.row.startsAt.getTime() - b.row.startsAt.getTime() ||
  (a.row.id < b.row.id ? -1 : 1)

/** What the people around the reader have, which of the needs the reader asked for, and who is in which team. */
interface Known {
  loads: ReadonlyMap<string, readonly store.LoadRow[]>
  ownNeeds: ReadonlySet<string>
  among: Awaited<ReturnType<typeof membersAmong>>
}

/** Of all whom the reader can sign up, whoever fits best. */
function fitOf(row: TaskRow, volunteers: readonly OwnVolunteer[], known: Known, now: Date) {
  const fits = volunteers.map((volunteer) => candidateOf(row, volunteer, known, now))
  const best = fits.sort((a, b) => a.obstacles.length - b.obstacles.length || b.why.length - a.why.length)[0]
  return {
    why: best?.why ?? [],
    open: best !== undefined && best.obstacles.length === 0 && row.taken < row.places,
  }
}

type Judged = Pick<Candidate, 'childId' | 'why' | 'obstacles'>

function candidateOf(row: TaskRow, volunteer: OwnVolunteer, known: Known, now: Date): Judged {
  const { partyId } = volunteer
  const { loads, ownNeeds, among } = known
  const load = { ...loadAround(loads.get(partyId) ?? [], row), inTeam: among.has(row.teamId, partyId) }
  const isOwn = row.needId !== null && ownNeeds.has(row.needId)
  return {
    childId: volunteer.childId,
    why: reasonsOf(row, volunteer, load, now),
    obstacles: [...(isOwn ? (['own_need'] as const) : []), ...obstaclesOf(row, volunteer, load, now)],
  }
}

async function around(
  deps: Deps,
  accountId: string,
  volunteers: readonly OwnVolunteer[],
  rows: readonly TaskRow[],
  now: Date,
) {
  const parties = volunteers.map(({ partyId }) => partyId)
  const needs = rows.flatMap(({ needId }) => needId ?? [])
  const [own, mine, all] = await Promise.all([
    needs.length > 0 ? ownNeeds(deps.db.statement, needs, accountId) : [],
    store.signupsOf(deps.db, { taskIds: rows.map(({ id }) => id), parties }),
    store.loadsOf(deps.db.statement, parties, loadsSince(now)),
  ])
  const loads = new Map(parties.map((party) => [party, all.filter(({ partyId }) => partyId === party)]))
  return { mine, known: { loads, ownNeeds: new Set(own.map(({ id }) => id)) } }
}

const nobody: Candidate = { childId: null, nickname: null, why: [], obstacles: ['not_a_volunteer'] }

/** Everybody whom the reader could sign up for one task, and what keeps each from it. */
export async function candidatesFor(deps: Deps, accountId: string, row: TaskRow) {
  const now = deps.clock.now()
  const volunteers = await volunteerOf(deps, accountId)
  const { mine, known } = await around(deps, accountId, volunteers, [row], now)
  const among = await membersAmong(
    deps.db.statement,
    volunteers.map(({ partyId }) => partyId),
  )
  if (volunteers.length === 0) return { candidates: [nobody], mine }
  const children = volunteers.some(({ childId }) => childId) ? await childrenOf(deps, accountId) : []
  const nicknames = new Map(children.map(({ id, nickname }) => [id, nickname]))
  const candidates = volunteers.map((volunteer): Candidate => {
    const judged = candidateOf(row, volunteer, { ...known, among }, now)
    return { ...judged, nickname: (judged.childId && nicknames.get(judged.childId)) ?? null }
  })
  return { candidates, mine }
}
