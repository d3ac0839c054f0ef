import { getCase } from '@linli/contracts/cases'
import type { NeedDetail } from '@linli/contracts/need-case'
import { callOffTask, cancelSignup, creditHours, markAttendance, readRoll } from '@linli/contracts/signups'
import { getTaskFigures } from '@linli/contracts/task-figures'
import { listProposable, proposeTask } from '@linli/contracts/task-proposals'
import { changeTask, lookAtMove } from '@linli/contracts/task-changes'
import {
  createTask,
  type DeskTask,
  getTask,
  listDeskTasks,
  listTeamTasks,
  type TaskSummary,
} from '@linli/contracts/tasks'
import { getTeam } from '@linli/contracts/teams'
import { listDivisions } from '@linli/contracts/divisions'
import type { Reply } from '../../shared/http/request'
import { useAnswer, useLook, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export type { DeskTask }
export type Show = 'coming' | 'past'

const refetchEvery = 30_000

export const useDeskTasks = (division: string, show: Show) =>
  usePages(listDeskTasks, (after) => ({ params: { division }, query: { show, after } }), false, refetchEvery)
export const useTeamTasks = (id: string, show: Show) =>
  usePages(listTeamTasks, (after) => ({ params: { id }, query: { show, after } }), false, refetchEvery)
export const useTeam = (id: string, enabled: boolean) =>
  useAnswer(getTeam, { params: { id } }, { enabled: enabled && id !== '' })
/** Where the team of a township is asked. */
export const useCommunitiesBelow = (parent: string, enabled: boolean) =>
  useAnswer(listDivisions, { query: { parent } }, { keep: true, enabled })
export const useTask = (id: string) =>
  useAnswer(getTask, { params: { id } }, { enabled: id !== '', refetchEvery })
export const useTaskFigures = (division: string) => useAnswer(getTaskFigures, { query: { division } })
/** The need that volunteers are looked for, as staff read it without its words. */
export const useNeed = (id: string) => {
  const query = useAnswer(getCase, { params: { id } }, { enabled: id !== '' })
  return query as typeof query & { data: NeedDetail | undefined }
}
export const useCreate = (done: (made: readonly TaskSummary[]) => void) =>
  useWrite(createTask, { done: ({ tasks }) => done(tasks) })
export const useCallOff = (done: (told: number) => void) =>
  useWrite(callOffTask, { done: ({ told }) => done(told) })

export const useChange = (done: () => void) => useWrite(changeTask, { done })

/** Each of them reads that it was looked at: one tap, one record. */
export const useLookAtMove = () => useLook(lookAtMove)
export const useProposable = () => useLook(listProposable)
export const usePropose = () => useWrite(proposeTask)
export const useRoll = () => useLook(readRoll)
export const useMark = () => useWrite(markAttendance)
export const useCredit = () => useWrite(creditHours)
export const useTakeOff = (done: (one: Reply<typeof cancelSignup>) => void) =>
  useWrite(cancelSignup, { done })
