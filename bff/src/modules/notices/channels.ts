/**
 * The ways a notice can reach a person. The inbox always; WeChat subscription messages and SMS join here with the
 * grants and providers of a later issue: each is tried at most once a notice, by its row in `notice_deliveries`.
 */
import type { Tx } from '../../platform/db'

export interface Channel {
  name: 'inbox' | 'wechat' | 'sms' | 'desk_phone'
  /** Hands the notice over; runs inside the transaction that marks it, so it must be repeatable or local. */
  deliver(tx: Tx, noticeId: string): Promise<void>
}

/** The inbox is the table itself: a delivered notice is in it. */
export const inbox: Channel = { name: 'inbox', deliver: () => Promise.resolve() }
