import type { DeskTask, TaskSummary } from '@linli/contracts/tasks'
import { signupState } from '@linli/contracts/signup-case'
import type { Directory } from '../divisions/service'
import type { TaskRow } from './row'
import type { DeskTaskRow, MineRow } from './store'

/** What everybody may read of a task, and what the reader has signed up for. */
export function summaryOf(row: TaskRow, divisions: Directory, mine: readonly MineRow[]): TaskSummary {
  const {
    id,
    community,
    kind,
    title,
    place,
    places,
    taken,
    waiting,
    skill,
    paper,
    adultsOnly,
    twoPeople,
    state,
  } = row
  return {
    id,
    community,
    communityName: divisions.find(community)?.name ?? '',
    kind,
    title,
    place,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    places,
    taken,
    waiting,
    skill,
    paper,
    adultsOnly,
    twoPeople,
    opensToAll: row.opensToAll.toISOString(),
    state,
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
