import { useMutation } from '@tanstack/react-query'
import type { Endpoint } from '@linli/contracts/endpoint'
import { call } from './call'
import { type ProblemError, wasRefused } from './problem'
import { queryClient } from './query-client'
import type { Input, Reply } from './request'
import { whenSessionEnds } from '../session/session'
import { uuid } from '../device/uuid'

interface Kept {
  said: string
  key: string
}

const keys = new Map<string, Kept>()
whenSessionEnds(() => keys.clear())

/**
 * A write whose words are tagged (names, telephones, health): `useWrite` keeps what was said on the device until it is
 * answered, this keeps it in memory alone. The same words carry the same key until they have been answered.
 */
export function useTaggedWrite<E extends Endpoint>(e: E, done: (reply: Reply<E>) => void) {
  return useMutation<Reply<E>, ProblemError, Input<E>>({
    gcTime: 0,
    mutationFn: async (given) => {
      const key = keyFor(e.path, JSON.stringify(given))
      try {
        const reply = await call(e, given, { key })
        keys.delete(e.path)
        return reply
      } catch (error) {
        // Unless it was refused it may have happened: the next tap has to carry the same key.
        if (wasRefused(error)) keys.delete(e.path)
        throw error
      }
    },
    onSuccess(reply) {
      void queryClient.invalidateQueries()
      done(reply)
    },
    onError(problem) {
      if (problem.status === 404 || problem.status === 409) void queryClient.invalidateQueries()
    },
  })
}

function keyFor(path: string, said: string): string {
  const kept = keys.get(path)
  if (kept?.said === said) return kept.key
  const key = uuid()
  keys.set(path, { said, key })
  return key
}
