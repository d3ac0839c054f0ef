import type { Endpoint } from '@linli/contracts/endpoint'
import { call } from './http'
import { online } from './network'
import { ProblemError, gotNoAnswer } from './problem'
import { queryClient } from './query-client'
import type { Input } from './request'
import { currentSession, whenSessionEnds } from './session'
import { signal } from './signal'
import { forget, recall, store } from './storage'
import { say } from './toast'

export interface Waiting {
  key: string
  /** What it is, in the person's words, e.g. 预订三楼多功能厅. */
  label: string
  endpoint: Pick<Endpoint, 'method' | 'path' | 'repeatable'>
  given: unknown
  /** The service's sentence, when it was sent and refused. */
  refused: string | null
}

/** Writes made without a network, in order. Each carries its key, so that it counts once however often it is sent. */
export const outbox = signal<Waiting[]>(recall<Waiting[]>('outbox') ?? [])

function keep(next: Waiting[]) {
  store('outbox', next)
  outbox.set(next)
}

export function addToOutbox<E extends Endpoint>(
  e: E,
  given: Input<E>,
  { key, label }: { key: string; label: string },
) {
  const endpoint = { method: e.method, path: e.path, repeatable: e.repeatable }
  keep([...outbox.get().filter((other) => other.key !== key), { key, label, endpoint, given, refused: null }])
}

export const dropFromOutbox = (key: string) => keep(outbox.get().filter((one) => one.key !== key))

let sending = false

/** Sends what waits, one after the other, when there is a network and somebody is signed in. */
export async function sendOutbox() {
  if (sending || !online.get() || currentSession() === null) return
  sending = true
  try {
    for (const one of outbox.get().filter((w) => w.refused === null)) await sendOne(one)
  } catch {
    // No answer: it stays, and goes out under the same key when the network is back.
  } finally {
    sending = false
  }
}

async function sendOne(one: Waiting) {
  try {
    await call(one.endpoint as Endpoint, one.given as Input<Endpoint>, { key: one.key })
    dropFromOutbox(one.key)
    say(`网络恢复，已提交：${one.label}`)
    void queryClient.invalidateQueries()
  } catch (error) {
    if (gotNoAnswer(error) || !(error instanceof ProblemError)) throw error
    keep(outbox.get().map((w) => (w.key === one.key ? { ...w, refused: error.title } : w)))
  }
}

export function connectOutbox() {
  online.subscribe(() => void sendOutbox())
  whenSessionEnds(() => {
    forget('outbox')
    outbox.set([])
  })
  void sendOutbox()
}
