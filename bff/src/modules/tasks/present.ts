import type { DeskTask, TaskSummary } from '@linli/contracts/tasks'
import { signupState } from '@linli/contracts/signup-case'
import type { Directory } from '../divisions/service'
import type { TaskRow } from './row'
import type { DeskTaskRow } from './desk-store'
import type { MineRow } from './store'

const teamOf = ({ teamId, teamName }: TaskRow): TaskSummary['team'] =>
  teamId !== null && teamName !== null ? { id: teamId, name: teamName } : null

/** What everybody may read of a task, and what the reader has signed up for. */
export function summaryOf(row: TaskRow, divisions: Directory, mine: readonly MineRow[]): TaskSummary {
  const { id, community, kind, title, place, places, taken, waiting, state } = row
  const { skill, paper, adultsOnly, twoPeople, teamOnly } = row
  return {
    ...{ id, community, kind, title, place, places, taken, waiting, state },
    ...{ skill, paper, adultsOnly, twoPeople, teamOnly, team: teamOf(row) },
    communityName: divisions.find(community)?.name ?? '',
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    opensToAll: row.opensToAll.toISOString(),
    mine: mine
      .filter(({ taskId }) => taskId === id)
      .map((m) => ({ caseId: m.caseId, state: signupState.parse(m.state), childId: m.childId })),
  }
}

export const deskTaskOf = (row: DeskTaskRow, divisions: Directory): DeskTask => ({
  ...summaryOf(row, divisions, []),
  need: row.needId && row.needNumber ? { id: row.needId, number: row.needNumber } : null,
  toConfirm: row.toConfirm,
})
