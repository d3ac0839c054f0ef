import { answerFamily, askFamily, endFamily, listOwnFamily } from '@linli/contracts/visit-family'
import { getVisitFigures } from '@linli/contracts/visit-figures'
import {
  addElder,
  assignVisitor,
  changeElder,
  coverVisitor,
  getElder,
  listElders,
  listVisitors,
  readElderContact,
  setElderState,
} from '@linli/contracts/visit-register'
import { correctVisit, listMyElders } from '@linli/contracts/visits'
import { useAnswer, useLook } from '../../shared/http/use-answer'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'
import { useWrite } from '../../shared/http/use-write'

export type RegisterShown = 'all' | 'urgent' | 'left'

export const useMine = (enabled: boolean) => useAnswer(listMyElders, {}, { enabled })
export const useElders = (community: string, show: RegisterShown) =>
  useAnswer(listElders, { query: { community, show } })
export const useElder = (id: string) => useAnswer(getElder, { params: { id } })
export const useElderContact = () => useLook(readElderContact)
export const useVisitors = (community: string, enabled = true) =>
  useAnswer(listVisitors, { query: { community } }, { enabled })
export const useVisitFigures = (division: string, month: string | undefined) =>
  useAnswer(getVisitFigures, { query: { division, ...(month !== undefined && { month }) } })
export const useOwnFamily = (enabled: boolean) => useAnswer(listOwnFamily, {}, { enabled })

/** Names, numbers and what was noted are not kept on the device. */
export const useAddElder = (done: (made: { id: string }) => void) => useTaggedWrite(addElder, done)
export const useChangeElder = (done: () => void) => useTaggedWrite(changeElder, done)
export const useCorrect = (done: () => void) => useTaggedWrite(correctVisit, done)
export const useAskFamily = (done: () => void) => useTaggedWrite(askFamily, done)
export const useSetState = (done: () => void) => useWrite(setElderState, { done })
export const useAssign = (done: () => void) => useWrite(assignVisitor, { done })
export const useCover = (done: () => void) => useWrite(coverVisitor, { done })
export const useEndFamily = (done: () => void) => useWrite(endFamily, { done })
export const useAnswerFamily = () => useWrite(answerFamily)
