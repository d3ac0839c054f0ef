import type { Endpoint } from '@linli/contracts/endpoint'
import { sendRequest } from '../../shared/http/send-request'
import { online } from '../../shared/device/network'
import { localProblem, problemFrom } from '../../shared/http/problem'
import { type Input, type Reply, toRequest } from '../../shared/http/request'

/**
 * A call in the name of whoever is in on the tablet. Their token is nobody's account: it is never renewed, and a
 * refusal of it ends no session of the app. What has to be repeated is repeated by the queue.
 */
export async function callWith<E extends Endpoint>(token: string, e: E, given: Input<E>): Promise<Reply<E>> {
  if (!online.get()) throw localProblem('offline')
  const { method, url, body } = toRequest(e, given)
  const { statusCode, data } = await sendRequest({
    url,
    method,
    body,
    header: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
  })
  if (statusCode < 200 || statusCode >= 300) throw problemFrom(data, null)
  if (typeof data !== 'object' || data === null) throw localProblem('network')
  return data as Reply<E>
}
