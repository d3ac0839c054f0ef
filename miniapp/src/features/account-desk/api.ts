import { decideNumber, listProposedNumbers, proposeNumber } from '@linli/contracts/accounts'
import { useAnswer } from '../../shared/http/use-answer'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'

const often = 30_000

export const useProposed = (division: string) =>
  useAnswer(listProposedNumbers, { query: { division } }, { refetchEvery: often })
/** Names and numbers of whoever stands at the counter are not kept on the device. */
export const usePropose = (done: () => void) => useTaggedWrite(proposeNumber, done)
export const useDecide = (done: () => void) => useTaggedWrite(decideNumber, done)
