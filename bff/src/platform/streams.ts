/** Answers that stay open: a few for each account, and none once the process is to end. */
import { PassThrough } from 'node:stream'
import type { Changes } from './changes'
import { Problem } from './problem'

export interface Streams extends Pick<Changes, 'hear'> {
  /** @throws Problem too_many_requests, busy */
  open(accountId: string): PassThrough
  /** Ends all of them; whoever read one asks again elsewhere. */
  close(): void
}

/** Pages of one person that watch at a time, and all of this process. */
const most = { account: 8, process: 2_000 }

export function createStreams(changes: Changes): Streams {
  const open = new Map<PassThrough, string>()
  let closed = false
  return {
    hear: changes.hear,
    open(accountId) {
      if (closed || open.size >= most.process) throw new Problem('busy', { retryAfter: 5 })
      const own = [...open.values()].filter((id) => id === accountId).length
      if (own >= most.account) throw new Problem('too_many_requests', { retryAfter: 30 })
      const stream = new PassThrough()
      open.set(stream, accountId)
      stream.once('close', () => open.delete(stream))
      return stream
    },
    close() {
      closed = true
      changes.close()
      for (const stream of open.keys()) stream.end()
    },
  }
}
