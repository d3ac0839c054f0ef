import {
  bindPhone,
  endAllSessions,
  endSession,
  getMe,
  listAccessRecords,
  listDemoPeople,
  listSessions,
  requestPhoneCode,
  signInAsDemo,
  signInByPhone,
  signInByWechat,
  updateMe,
} from '@linli/contracts/identity'
import { useAnswer, usePages } from '../../shared/use-answer'
import { useWrite } from '../../shared/use-write'
import { renewMe } from '../../shared/session'
import { enter } from './enter'

export const useDemoPeople = () => useAnswer(listDemoPeople, {})
export const usePhoneCode = () => useWrite(requestPhoneCode)
export const useSignInByPhone = () => useWrite(signInByPhone, { done: enter })
export const useSignInByWechat = () => useWrite(signInByWechat, { done: enter })
export const useSignInAsDemo = () => useWrite(signInAsDemo, { done: enter })

export const useMeNow = (enabled: boolean) => useAnswer(getMe, {}, { enabled })
export const useUpdateMe = (done: () => void) =>
  useWrite(updateMe, {
    done(me) {
      renewMe(me)
      done()
    },
  })

export const useBindPhone = (done: () => void) =>
  useWrite(bindPhone, {
    done(me) {
      renewMe(me)
      done()
    },
  })

export const useDevices = () => useAnswer(listSessions, {})
export const useEndSession = (done: () => void) => useWrite(endSession, { done })
export const useEndAllSessions = (done: () => void) => useWrite(endAllSessions, { done })
export const useAccessRecords = () => usePages(listAccessRecords, (cursor) => ({ query: { cursor } }))
