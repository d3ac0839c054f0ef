import { getCase } from '@linli/contracts/cases'
import type { SignupDetail } from '@linli/contracts/signup-case'
import { enterCode, giveSignupCodeKey, giveTaskCodeKey, markAttendance } from '@linli/contracts/signups'
import { useAnswer } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'
import { doorText } from './text'

/** Kept nowhere but in the open page: whoever signs out takes nothing along. */
export const useTaskKey = (id: string) => useAnswer(giveTaskCodeKey, { params: { id } }, { once: true })
export const useSignupKey = (id: string) => useAnswer(giveSignupCodeKey, { params: { id } }, { once: true })
export const useSignup = (id: string) => {
  const query = useAnswer(getCase, { params: { id } }, { enabled: id !== '' })
  return query as typeof query & { data: SignupDetail | undefined }
}
export const useEnter = (done: () => void) => useWrite(enterCode, { done })
/** What was read without a network is brought in once there is one. */
export const useBring = (done: () => void) =>
  useWrite(markAttendance, { done, queued: done, queueAs: () => doorText.queuedAs })
