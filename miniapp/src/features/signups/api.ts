import { creditHours, disputeHours, readTaskPlace } from '@linli/contracts/signups'
import { getTask } from '@linli/contracts/tasks'
import { useAnswer, useLook } from '../../shared/http/use-answer'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'
import { useWrite } from '../../shared/http/use-write'

/** Somebody's home: each look is a record, and nothing of it stays on the device. */
export const usePlace = () => useLook(readTaskPlace)
export const useTask = (id: string) => useAnswer(getTask, { params: { id } }, { keep: true })
export const useDispute = (done: () => void) => useTaggedWrite(disputeHours, done)
export const useCredit = (done: () => void) => useWrite(creditHours, { done })
