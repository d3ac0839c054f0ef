/** A draft while its page is open: what is shown of it, what is kept of it, and what becomes of its pictures. */
import type { Keep } from '../files/entries'
import { letGo } from '../files/let-go'
import { endOf } from '../session/drafts'
import { forgetOwn, keepOwn, readOwn } from './own-drafts'

export interface Filed {
  /** Ids of pictures that were handed in. */
  files: string[]
}

interface Options<T> {
  name: string
  /** Whoever writes it; null of somebody who is not signed in. */
  owner: string | null
  /** What begins anew. */
  empty: T
  /** Of what need not be kept. */
  isEmpty: (draft: T) => boolean
  /** Whether its page is still there to write into it. */
  isAlive: () => boolean
  /** Told whenever it changed. */
  show: () => void
}

/**
 * Opens what its owner has kept. Every end of it, by sending, giving up or the clock, begins another epoch: `attach` is of
 * the epoch in which it was read, and puts nothing into a later one.
 */
export function openDraft<T extends Filed>(options: Options<T>) {
  const { owner, empty, isEmpty } = options
  const { now, put, end, endShown, touchedAt } = begin(options)
  const giveUp = () => {
    end(now().draft.files)
    put(empty)
  }
  /** What came while it was sent, and did not go along. */
  const late = (handed: readonly string[]) => now().draft.files.filter((id) => !handed.includes(id))
  return {
    now,
    put: (part: Partial<T>) => void put(part),
    giveUp,
    /** @param handed the pictures that went along */
    sent(handed: readonly string[]) {
      end(late(handed))
      put(empty)
    },
    /** The page shows it until the next one is there. */
    sentAndShown: (handed: readonly string[]) => endShown(late(handed)),
    /** The clock goes on. */
    lookAt(clock: number) {
      if (!isEmpty(now().draft) && endOf(owner, touchedAt()) <= clock) giveUp()
    },
  }
}

function begin<T extends Filed>({ name, owner, empty, isEmpty, isAlive, show }: Options<T>) {
  const first = readOwn<T>(name, owner, Date.now())
  let draft: T = { ...empty, ...first?.draft }
  let touched = first?.at ?? Date.now()
  let [epoch, over] = [0, false]
  const attachIn =
    (of: number): Keep =>
    (turn) =>
      of === epoch && !over && put({ files: turn(draft.files) } as Partial<T>)
  let attach = attachIn(epoch)
  function put(part: Partial<T>): boolean {
    if (!isAlive()) return false
    draft = { ...draft, ...part }
    touched = Date.now()
    if (isEmpty(draft)) forgetOwn(name, owner)
    else if (!over) keepOwn(name, draft, owner, touched)
    show()
    return true
  }
  function end(gone: readonly string[]) {
    epoch += 1
    attach = attachIn(epoch)
    forgetOwn(name, owner)
    void letGo(gone)
  }
  const endShown = (gone: readonly string[]) => {
    end(gone)
    over = true
  }
  /** For ever, of what is over and only shown. */
  const touchedAt = () => (over ? Infinity : touched)
  return { now: () => ({ draft, attach }), put, end, endShown, touchedAt }
}
