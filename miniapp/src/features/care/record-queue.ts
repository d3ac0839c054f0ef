import type { CareRecordSent, RecordOutcome } from '@linli/contracts/care'
import { type Signal, signal } from '../../shared/app-state/signal'
import { recall, store } from '../../shared/device/storage'
import {
  type Queued,
  type Refused,
  afterOutcomes,
  asRefused,
  asTried,
  withRecord,
  without,
  withoutUntriedCodes,
} from './records'

/**
 * Records of one carer on their way to the service: on the device before anything else happens, in the order of the
 * taps, each under an id made here, so that it counts once however often it is sent. They outlive the app, the night and
 * signing out: only the service's answer about an id ends it. `owner` keeps one carer's records from another's.
 */
export interface RecordQueue {
  items: Signal<readonly Queued[]>
  add: (record: CareRecordSent) => void
  /** As if it had never been tapped: for what has not gone. */
  takeBack: (id: string) => void
  tried: (ids: readonly string[]) => void
  /** @returns what the service has from now on */
  settle: (outcomes: readonly RecordOutcome[]) => CareRecordSent[]
  refuse: (id: string, refused: Refused) => void
  /** The carer has read why it was not kept. */
  acknowledge: (id: string) => void
  dropUntriedCodes: () => void
  /** Another tab of this browser may have added some. */
  reread: () => void
}

const nameOf = (owner: string) => `care.queue.${owner}`

/** What waits of a carer who is not in at the moment. */
export const waitingOf = (owner: string) =>
  (recall<Queued[]>(nameOf(owner)) ?? []).filter((one) => one.refused === null).length

export function openQueue(owner: string): RecordQueue {
  const name = nameOf(owner)
  const items = signal<readonly Queued[]>(recall<Queued[]>(name) ?? [])
  // Storage first: another tab may have written to it. Where nothing can be stored, memory has to do.
  const now = () => recall<Queued[]>(name) ?? items.get()
  const keep = (next: readonly Queued[]) => {
    store(name, next)
    items.set(next)
  }
  return {
    items,
    add: (record) => keep(withRecord(now(), record)),
    takeBack: (id) => keep(now().filter((one) => one.record.id !== id || one.tried)),
    tried: (ids) => keep(asTried(now(), ids)),
    settle(outcomes) {
      const { queue, kept } = afterOutcomes(now(), outcomes)
      keep(queue)
      return kept
    },
    refuse: (id, refused) => keep(asRefused(now(), id, refused)),
    acknowledge: (id) => keep(without(now(), [id])),
    dropUntriedCodes: () => keep(withoutUntriedCodes(now())),
    reread: () => items.set(now()),
  }
}
