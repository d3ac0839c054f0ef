import { signUpForTask } from '@linli/contracts/signups'
import { declineProposal } from '@linli/contracts/task-proposals'
import { getTask, listTasks } from '@linli/contracts/tasks'
import type { Reply } from '../../shared/http/request'
import { useAnswer } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

/** Places go while the page is looked at. */
const refetchEvery = 30_000

export const useTasks = (community: string) =>
  useAnswer(listTasks, { params: { community } }, { keep: true, refetchEvery })
export const useTask = (id: string, enabled: boolean) =>
  useAnswer(getTask, { params: { id } }, { keep: true, enabled, refetchEvery })
/** Not for the outbox: who signs up has to know at once. */
export const useSignUp = (done: (made: Reply<typeof signUpForTask>) => void) =>
  useWrite(signUpForTask, { done })
export const useDecline = (done: () => void) => useWrite(declineProposal, { done })
