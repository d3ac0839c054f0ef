import type { CaseDetail } from '@linli/contracts/cases'
import type { ProblemError } from '../http/problem'
import { useWrite } from '../http/use-write'
import type { PlainAct } from './acts'

interface Options {
  done?: () => unknown
  failed?: (problem: ProblemError) => void
  queueAs?: (given: unknown) => string
  queued?: () => void
}

/** Does one thing to one case. What its body may be is the service's, which named the endpoint for it. */
export function useCaseWrite({ endpoint }: Pick<PlainAct, 'endpoint'>, { id }: CaseDetail, options: Options) {
  const { mutate, ...write } = useWrite(endpoint, options)
  return { ...write, send: (body: { note?: string } = {}) => mutate({ params: { id }, body }) }
}
