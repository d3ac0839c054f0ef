import { getChildDays, reportAbsence } from '@linli/contracts/care'
import { enterByPin, listDeviceCarers, pairCareDevice, setPin } from '@linli/contracts/care-desk'
import { getChild } from '@linli/contracts/children'
import { useAnswer } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'
import { say } from '../../shared/ui/page/say'
import { tabletText } from './tablet-text'
import { type Carer, type Pairing, enterTablet, keepPairing } from './tablet'

export const useChild = (id: string) => useAnswer(getChild, { params: { id } })
export const useChildDays = (id: string) =>
  useAnswer(getChildDays, { params: { id } }, { refetchEvery: 60_000 })
export const useReportAbsence = (done: () => void) => useWrite(reportAbsence, { done })
export const useSetPin = (done: () => void) => useWrite(setPin, { done })

export const usePair = () => useWrite(pairCareDevice, { done: keepPairing })
export const useDeviceCarers = ({ deviceId, deviceToken }: Pairing) =>
  useAnswer(listDeviceCarers, { body: { deviceId, deviceToken } }, { refetchEvery: 60_000 })
/** @param typed the PIN that was sent, which later unlocks this page */
export const useEnterByPin = (carer: Carer, typed: { current: string }) =>
  useWrite(enterByPin, {
    done(reply) {
      enterTablet(carer, reply, typed.current)
      if (reply.alsoOn.length > 0) say(tabletText.alsoOn(reply.alsoOn.join('、')))
    },
  })
