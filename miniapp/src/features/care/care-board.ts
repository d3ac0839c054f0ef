import { type CareRecordSent, getCareDay, sendCareRecords } from '@linli/contracts/care'
import { online } from '../../shared/device/network'
import { ProblemError, gotNoAnswer, localProblem, wasRefused } from '../../shared/http/problem'
import { type Signal, signal } from '../../shared/app-state/signal'
import { dayOf } from '../../shared/time/shanghai'
import { uuid } from '../../shared/device/uuid'
import type { CareLink } from './care-link'
import { forgetDay, keepDay, keptDay } from './kept-day'
import { type RecordQueue, openQueue } from './record-queue'
import {
  type CareDay,
  heldFor,
  heldOf,
  markSeen,
  nextBatch,
  shownDay,
  waitingIn,
  withWritten,
} from './records'

/** What a record says, without what every record carries. */
export type Saying = CareRecordSent extends infer R
  ? R extends CareRecordSent
    ? Omit<R, 'id' | 'at'>
    : never
  : never

/** What is known of one record a moment later; `dropped`: it was not kept for later, as a code never is. */
export type Fate = 'kept' | 'refused' | 'waiting' | 'dropped'

const againMs = 15_000

/** One carer's day: the list as last answered, the records on their way, and whether the service can be reached. */
export class CareBoard {
  readonly day: Signal<{ day: CareDay; at: number } | null>
  readonly queue: RecordQueue
  /** Did the last attempt get an answer? */
  readonly reached = signal(true)
  /** Why the list was refused. */
  readonly trouble = signal<ProblemError | null>(null)
  /** Why the records were, all of them: they wait on. */
  readonly notSent = signal<ProblemError | null>(null)
  private readonly kept = new Set<string>()
  private turn: Promise<void> = Promise.resolve()
  private nextSending: Promise<void> | null = null
  private readAt = 0
  private again: ReturnType<typeof setTimeout> | undefined
  private readonly unfollow: () => void
  private open = true
  private hidden = false

  constructor(readonly link: CareLink) {
    this.queue = openQueue(link.owner)
    this.day = signal(keptDay(link.owner, Date.now()))
    this.unfollow = online.subscribe(() => online.get() && void this.renew())
  }

  /** Kept first, shown at once, then sent. */
  write(saying: Saying): string {
    const record = {
      ...saying,
      id: uuid(),
      at: new Date().toISOString(),
      ...this.seen(saying),
    } as CareRecordSent
    const held = heldOf(this.queue.items.get(), saying, Date.now())
    if (held !== undefined && 'over' in record) this.queue.takeBack(held.record.id)
    this.queue.add(record)
    void this.send()
    return record.id
  }

  /** A mark says which one the carer had in sight: what was not seen is not overwritten. */
  private seen(saying: Saying): { over?: string | null } {
    const shown = this.day.get()
    if ((saying.kind !== 'present' && saying.kind !== 'absent') || shown === null) return {}
    return { over: markSeen(shownDay(shown.day, this.queue.items.get()), saying) }
  }

  /** What became of a record, if that is known within `ms`. */
  async fate(id: string, ms: number): Promise<Fate> {
    await Promise.race([this.send(), new Promise<void>((done) => setTimeout(done, ms))])
    const item = this.queue.items.get().find((one) => one.record.id === id)
    if (item !== undefined) return item.refused === null ? 'waiting' : 'refused'
    return this.kept.has(id) ? 'kept' : 'dropped'
  }

  /** Taps while one sending is under way share the next one. */
  send = (): Promise<void> =>
    (this.nextSending ??= this.inTurn(() => {
      this.nextSending = null
      return this.sendAll()
    }))

  /** Sends what waits, then reads the list anew: never the other way round, or the list would forget what was sent. */
  renew = () =>
    this.inTurn(async () => {
      await this.sendAll()
      await this.read()
    })

  /** The page is shown: every reading of the list is one that the guardians see, so none is made twice at once. */
  show(): Promise<void> {
    if (Date.now() - this.readAt < againMs) return this.send()
    this.readAt = Date.now()
    return this.renew()
  }

  /** Puts the list away. What still waits stays on the device until its carer comes back. */
  close() {
    this.open = false
    clearTimeout(this.again)
    this.unfollow()
    this.day.set(null)
    forgetDay(this.link.owner)
  }

  /** While nobody is looking, nothing of the list is on the device; memory alone has it. */
  hide() {
    this.hidden = true
    forgetDay(this.link.owner)
  }

  unhide() {
    this.hidden = false
    const shown = this.day.get()
    if (shown !== null) this.keep(shown.day, shown.at)
  }

  private keep(day: CareDay, at = Date.now()) {
    if (!this.hidden) keepDay(this.link.owner, day, at)
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(() => (this.open ? work() : undefined))
    return this.turn
  }

  private async read() {
    const shown = this.day.get()
    this.readAt = Date.now()
    if (shown !== null && dayOf(shown.day.now) !== dayOf(Date.now())) this.day.set(null)
    try {
      const day = await this.link.call(getCareDay, {})
      if (!this.open) return
      this.keep(day)
      this.day.set({ day, at: Date.now() })
      this.answered(this.trouble, null)
    } catch (error) {
      this.failed(this.trouble, error)
    }
  }

  private async sendAll() {
    this.queue.reread()
    clearTimeout(this.again)
    let size = Infinity
    for (let batch = this.batch(size); batch.length > 0; batch = this.batch(size)) {
      const next = await this.sendBatch(batch)
      if (!this.open) return
      if (next === 'stop') break
      size = next === 'alone' ? 1 : size
    }
    const waiting = waitingIn(this.queue.items.get())
    const held = waiting.map((one) => heldFor(one, Date.now())).filter((ms) => ms > 0)
    if (waiting.length > 0)
      this.again = setTimeout(() => void this.send(), Math.min(againMs, ...held.map((ms) => ms + 50)))
  }

  private batch = (size: number) => nextBatch(this.queue.items.get(), Date.now()).slice(0, size)

  /** `alone`: one of them makes the service refuse all, so from now on they go one by one. */
  private async sendBatch(records: CareRecordSent[]): Promise<'more' | 'alone' | 'stop'> {
    if (!online.get()) {
      this.queue.dropUntriedCodes()
      this.failed(this.notSent, localProblem('offline'))
      return 'stop'
    }
    this.queue.tried(records.map((one) => one.id))
    try {
      const { outcomes } = await this.link.call(sendCareRecords, {
        body: { records, sentAt: new Date().toISOString() },
      })
      this.settle(this.queue.settle(outcomes))
      this.answered(this.notSent, null)
      return outcomes.some((one) => records.some(({ id }) => id === one.id)) ? 'more' : 'stop'
    } catch (error) {
      if (!isAboutRecords(error)) {
        this.failed(this.notSent, error)
        return 'stop'
      }
      const [first] = records
      if (records.length > 1 || first === undefined) return 'alone'
      this.queue.refuse(first.id, { refusal: null, sentence: error.title })
      return 'more'
    }
  }

  /** The list takes over what the service has, until it is read anew. */
  private settle(kept: CareRecordSent[]) {
    for (const { id } of kept) this.kept.add(id)
    const shown = this.day.get()
    if (shown === null || kept.length === 0) return
    const day = kept.reduce((now, record) => withWritten(now, record, true), shown.day)
    this.keep(day, shown.at)
    this.day.set({ ...shown, day })
  }

  private answered(what: Signal<ProblemError | null>, problem: ProblemError | null) {
    this.reached.set(true)
    what.set(problem)
  }

  private failed(what: Signal<ProblemError | null>, error: unknown) {
    if (gotNoAnswer(error)) return this.reached.set(false)
    this.answered(what, error instanceof ProblemError ? error : localProblem('unreadable'))
  }
}

/** Refused for what it says, not for who says it: sending it again would never help. */
const isAboutRecords = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && wasRefused(error) && error.status !== 401 && error.status !== 403
