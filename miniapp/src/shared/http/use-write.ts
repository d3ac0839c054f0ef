import { useMutation } from '@tanstack/react-query'
import { type CaseDetail, getCase } from '@linli/contracts/cases'
import type { Endpoint } from '@linli/contracts/endpoint'
import { forgetRemoved } from './forget-removed'
import { call } from './call'
import { idempotencyKeyFor, forgetKey } from './idempotency-key'
import { addToOutbox } from './outbox'
import { ProblemError, wasRefused } from './problem'
import { queryClient } from './query-client'
import type { Input, Reply } from './request'
import { answerKey } from './use-answer'

interface Options<R, I> {
  /** Runs once the answer is here. */
  done?: (reply: R) => void
  failed?: (problem: ProblemError) => void
  /** The id of what the write does away with: nothing asks for it again. */
  gone?: (given: I) => string
  /** Without a network, keep the write under this label and send it once when the network is back. */
  queueAs?: (given: unknown) => string
  queued?: () => void
}

/** A write: with an idempotency key, so that a second tap after a lost answer is the same write. */
export function useWrite<E extends Endpoint>(e: E, options: Options<Reply<E>, Input<E>> = {}) {
  return useMutation<Reply<E> | 'queued', ProblemError, Input<E>>({
    mutationFn: async (given) => {
      const where = nameOf(e, given)
      const key = e.repeatable === 'key' ? idempotencyKeyFor(where, given) : undefined
      try {
        const reply = await call(e, given, key === undefined ? {} : { key })
        forgetKey(where)
        return reply
      } catch (error) {
        // Unless it was refused it may have happened: the next tap has to carry the same key.
        if (wasRefused(error)) forgetKey(where)
        const label = options.queueAs?.(given)
        if (key === undefined || label === undefined || !isOffline(error)) throw error
        addToOutbox(e, given, { key, label })
        forgetKey(where)
        return 'queued'
      }
    },
    onSuccess(reply, given) {
      if (reply === 'queued') return options.queued?.()
      showCase(reply)
      if (options.gone === undefined) void queryClient.invalidateQueries()
      else forgetRemoved(options.gone(given))
      options.done?.(reply)
    },
    onError(problem) {
      // Things are not as they were shown, so what is shown now has to follow.
      if (problem.status === 404 || problem.status === 409) void queryClient.invalidateQueries()
      options.failed?.(problem)
    },
  })
}

/** A reply that is a case is the newest there is of it: its buttons change at once. */
function showCase(reply: unknown) {
  if (!isCase(reply)) return
  queryClient.setQueryData(answerKey(getCase, { params: { id: reply.id } }), reply)
}

/** Each service answers with its own shape of a case; they have its page's parts in common. */
const isCase = (reply: unknown): reply is CaseDetail =>
  typeof reply === 'object' &&
  reply !== null &&
  'timeline' in reply &&
  'facts' in reply &&
  'undoUntil' in reply

const isOffline = (error: unknown) => error instanceof ProblemError && error.code === 'offline'

function nameOf(e: Endpoint, given: unknown) {
  const params = typeof given === 'object' && given !== null && 'params' in given ? given.params : null
  return `${e.method} ${e.path} ${JSON.stringify(params)}`
}
