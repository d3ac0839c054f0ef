/**
 * Visits of one person on their way to the service: on the device before anything else happens, each under an id made
 * here, so that it counts once however often it is sent. They outlive the app and signing out: only the service's answer
 * about an id ends it.
 */
import { type RecordedVisit, recordVisits, visitsAtOnce } from '@linli/contracts/visits'
import { useEffect } from 'react'
import { type Signal, signal, useSignal } from '../../shared/app-state/signal'
import { online } from '../../shared/device/network'
import { recall, store } from '../../shared/device/storage'
import { uuid } from '../../shared/device/uuid'
import { call } from '../../shared/http/call'
import { wasRefused } from '../../shared/http/problem'
import { queryClient } from '../../shared/http/query-client'
import { currentSession } from '../../shared/session/session'
import { afterResults, type Queued, waitingIn } from './roster'

const againMs = 15_000
const nameOf = (owner: string): string => `visits.queue.${owner}`

class VisitQueue {
  readonly items: Signal<readonly Queued[]>
  private sending = false
  private again: ReturnType<typeof setTimeout> | undefined

  constructor(readonly owner: string) {
    this.items = signal<readonly Queued[]>(this.stored() ?? [])
    online.subscribe(() => void this.send())
  }

  /** Storage first: another tab may have written to it. Where nothing can be stored, memory has to do. */
  private now(): readonly Queued[] {
    return this.stored() ?? this.items.get()
  }

  /** Without what an earlier version of the app kept beside it. */
  private stored(): Queued[] | undefined {
    return recall<Queued[]>(nameOf(this.owner))?.map(({ visit, refused }) => ({ visit, refused }))
  }

  private keep(next: readonly Queued[]): void {
    store(nameOf(this.owner), next)
    this.items.set(next)
  }

  add(visits: readonly Omit<Queued, 'refused'>[]): void {
    this.keep([...this.now(), ...visits.map((one) => ({ ...one, refused: null }))])
    void this.send()
  }

  /** The visitor has read why it was not kept. */
  acknowledge(id: string): void {
    this.keep(this.now().filter(({ visit }) => visit.id !== id))
  }

  async send(): Promise<void> {
    if (this.sending || !online.get() || currentSession()?.me.id !== this.owner) return
    this.sending = true
    clearTimeout(this.again)
    try {
      let size: number = visitsAtOnce
      for (let batch = this.batch(size); batch.length > 0; batch = this.batch(size))
        if (!(await this.sendBatch(batch))) size = 1
    } catch {
      this.again = setTimeout(() => void this.send(), againMs)
    } finally {
      this.sending = false
    }
  }

  private batch(size: number): RecordedVisit[] {
    return waitingIn(this.now())
      .slice(0, size)
      .map(({ visit }) => visit)
  }

  /** @returns false where one of them makes the service refuse all, so that from now on they go one by one */
  private async sendBatch(visits: RecordedVisit[]): Promise<boolean> {
    try {
      const { results } = await call(recordVisits, { body: { visits } }, { key: uuid() })
      this.keep(afterResults(this.now(), results))
      void queryClient.invalidateQueries({ queryKey: ['visits'] })
      return true
    } catch (error) {
      const [first] = visits
      if (!wasRefused(error) || currentSession()?.me.id !== this.owner) throw error
      if (visits.length === 1 && first !== undefined)
        this.keep(this.now().map((one) => (one.visit.id === first.id ? { ...one, refused: 'unfit' } : one)))
      return false
    }
  }
}

const queues = new Map<string, VisitQueue>()

/** The queue of whoever is signed in; it outlives the page. */
export function queueOf(owner: string): VisitQueue {
  const queue = queues.get(owner) ?? new VisitQueue(owner)
  queues.set(owner, queue)
  return queue
}

/** Follows it, and sends what waits when the page is there. */
export function useQueue(owner: string) {
  const queue = queueOf(owner)
  useEffect(() => void queue.send(), [queue])
  return { queue, items: useSignal(queue.items) }
}
