import type { Endpoint } from '@linli/contracts/endpoint'
import { call } from './http'
import { online } from './network'
import { ProblemError, wasRefused } from './problem'
import { queryClient } from './query-client'
import type { Input } from './request'
import { currentSession, whenSessionEnds } from './session'
import { signal } from './signal'
import { forget, recall, store } from './storage'
import { say } from './toast'
import { frameText } from './ui/text'

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
let again: ReturnType<typeof setTimeout> | undefined
const againMs = 30_000

/** Sends what waits, one after the other, when there is a network and somebody is signed in. */
export async function sendOutbox() {
  const waiting = () => outbox.get().filter((one) => one.refused === null)
  if (sending || waiting().length === 0 || !online.get() || currentSession() === null) return
  sending = true
  clearTimeout(again)
  try {
    for (const one of waiting()) await sendOne(one)
  } catch {
    // No answer, or none that decides: it stays, and goes out under the same key in a while.
    again = setTimeout(() => void sendOutbox(), againMs)
  } finally {
    sending = false
  }
}

async function sendOne(one: Waiting) {
  try {
    await call(one.endpoint as Endpoint, one.given as Input<Endpoint>, { key: one.key })
    dropFromOutbox(one.key)
    say(frameText.sent(one.label))
  } catch (error) {
    if (!wasRefused(error) || !(error instanceof ProblemError)) throw error
    keep(outbox.get().map((w) => (w.key === one.key ? { ...w, refused: error.title } : w)))
  }
  void queryClient.invalidateQueries()
}

export function connectOutbox() {
  online.subscribe(() => void sendOutbox())
  whenSessionEnds(() => {
    const lost = outbox.get().filter((one) => one.refused === null)
    if (lost.length > 0) say(frameText.notSent(lost.map((one) => one.label).join('、')))
    forget('outbox')
    outbox.set([])
  })
  void sendOutbox()
}
