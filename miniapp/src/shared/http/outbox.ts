import type { Endpoint } from '@linli/contracts/endpoint'
import { call } from './call'
import { online } from '../device/network'
import { ProblemError, gotNoAnswer, isUnagreed, wasRefused } from './problem'
import { queryClient } from './query-client'
import type { Input } from './request'
import { currentSession, currentSessionId, whenSessionEnds } from '../session/session'
import { signal } from '../app-state/signal'
import { forget, recall, store } from '../device/storage'
import { say } from '../ui/page/say'
import { frameText } from '../words/frame-text'

export interface Waiting {
  key: string
  /** What it is, in the person's words, e.g. 预订三楼多功能厅. */
  label: string
  endpoint: Pick<Endpoint, 'method' | 'path' | 'repeatable'>
  given: unknown
  /** The service's sentence, when it was sent and refused. */
  refused: string | null
  /** How often the service answered without deciding. */
  failures?: number
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
/** So often may the service fail to decide before the person is told. */
const mostFailures = 10

/** Sends what waits, one after the other, when there is a network and somebody is signed in. */
export async function sendOutbox() {
  if (sending || !online.get() || currentSession() === null) return
  sending = true
  clearTimeout(again)
  const decided = await sendEach().finally(() => {
    sending = false
  })
  if (!decided) again = setTimeout(() => void sendOutbox(), againMs)
}

/** @returns whether nothing is left to be tried again */
async function sendEach(): Promise<boolean> {
  const whose = currentSessionId()
  const tried = new Set<string>()
  let decided = true
  // Looked up anew each time: what was dropped meanwhile is not sent, and nothing in the name of the next person.
  const next = () => outbox.get().find((one) => one.refused === null && !tried.has(one.key))
  for (let one = next(); one !== undefined && currentSessionId() === whose; one = next()) {
    tried.add(one.key)
    if (!(await sendOne(one))) decided = false
    if (!online.get()) return false
  }
  return decided
}

async function sendOne(one: Waiting): Promise<boolean> {
  try {
    await call(one.endpoint as Endpoint, one.given as Input<Endpoint>, { key: one.key })
    dropFromOutbox(one.key)
    say(frameText.sent(one.label))
  } catch (error) {
    const failures = gotNoAnswer(error) || isUnagreed(error) ? (one.failures ?? 0) : (one.failures ?? 0) + 1
    const final = wasRefused(error) || failures >= mostFailures
    const refused = final && error instanceof ProblemError ? error.title : null
    keep(outbox.get().map((w) => (w.key === one.key ? { ...w, failures, refused } : w)))
    if (refused === null) return false
  }
  void queryClient.invalidateQueries()
  return true
}

/** What waits, in words, for whoever is about to lose it. */
export const waitingLabels = (waiting: readonly Waiting[]) =>
  waiting
    .filter((one) => one.refused === null)
    .map((one) => one.label)
    .join('、')

export function connectOutbox() {
  online.subscribe(() => void sendOutbox())
  whenSessionEnds((wipe) => {
    if (!wipe) return outbox.set(recall<Waiting[]>('outbox') ?? [])
    const lost = waitingLabels(outbox.get())
    if (lost !== '') say(frameText.notSent(lost))
    forget('outbox')
    outbox.set([])
  })
  void sendOutbox()
}
