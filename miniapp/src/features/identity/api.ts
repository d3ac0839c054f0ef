import { changePhone, joinByPhone, joinByWechat, listNumberChanges } from '@linli/contracts/accounts'
import {
  type Me,
  bindPhone,
  endAllSessions,
  endSession,
  getMe,
  listAccessRecords,
  listDemoPeople,
  listSessions,
  signInAsDemo,
  signInByPhone,
  signInByWechat,
  updateMe,
} from '@linli/contracts/identity'
import { useState } from 'react'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'
import { useWrite } from '../../shared/http/use-write'
import { currentPerson, renewMe } from '../../shared/session/session'
import { say } from '../../shared/ui/page/say'
import { enter } from './enter'
import { identityText } from './text'

/** Asked once: whoever signs in here asks for nobody any more, though the page stays behind the next one. */
export function useDemoPeople() {
  const [asker] = useState(currentPerson)
  return useAnswer(listDemoPeople, {}, { enabled: currentPerson() === asker, once: true })
}
/** The name of a number's earlier owner is never kept on the device. */
export const useSignInByPhone = () =>
  useTaggedWrite(signInByPhone, (reply) => {
    enter(reply)
    if (reply.begun === 'anew') say(identityText.begunAnew)
  })
export const useSignInByWechat = () => useWrite(signInByWechat, { done: enter })
export const useSignInAsDemo = () => useWrite(signInAsDemo, { done: enter })

const withNewMe = (done: () => void) => ({
  done(me: Me) {
    renewMe(me)
    done()
  },
})

export const useMeNow = (enabled: boolean) => useAnswer(getMe, {}, { enabled })
export const useUpdateMe = (done: () => void) => useWrite(updateMe, withNewMe(done))

export const useBindPhone = (done: () => void) => useWrite(bindPhone, withNewMe(done))
export const useChangePhone = (done: () => void) => useWrite(changePhone, withNewMe(done))
export const useJoinByPhone = (done: () => void) => useWrite(joinByPhone, withNewMe(done))
export const useJoinByWechat = (done: () => void) => useWrite(joinByWechat, withNewMe(done))
export const useNumberChanges = () => useAnswer(listNumberChanges, {})

export const useDevices = () => useAnswer(listSessions, {})
export const useEndSession = (done: () => void) => useWrite(endSession, { done })
export const useEndAllSessions = (done: () => void) => useWrite(endAllSessions, { done })
export const useAccessRecords = () => usePages(listAccessRecords, (cursor) => ({ query: { cursor } }))
