import { listDivisions } from '@linli/contracts/divisions'
import { updateMe } from '@linli/contracts/identity'
import { renewMe } from '../../shared/session/session'
import { useAnswer } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export const useDivisionsBelow = (parent: string) =>
  useAnswer(listDivisions, { query: { parent } }, { keep: true })
export const useDivisionsNamed = (name: string) =>
  useAnswer(listDivisions, { query: { name } }, { enabled: name !== '' })
/** Signed in, the choice follows the account. */
export const useRememberCommunity = () => useWrite(updateMe, { done: renewMe })
