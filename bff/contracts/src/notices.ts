import * as z from 'zod/mini'
import { cursor, id, idParams, instant } from './common'
import { endpoint } from './endpoint'

export const noticeKind = z.enum([
  'booking_confirmed',
  'booking_refused',
  'booking_asked',
  'booking_cancelled_by_staff',
  'booking_supplemented',
  'booking_escalated',
])
export type NoticeKind = z.infer<typeof noticeKind>

/** Facts that fill the app's sentence for this kind; never a tagged field. */
export const notice = z.object({
  id,
  kind: noticeKind,
  at: instant,
  read: z.boolean(),
  caseId: id,
  facts: z.object({
    number: z.string(),
    roomName: z.string(),
    startsAt: instant,
    endsAt: instant,
  }),
})
export type Notice = z.infer<typeof notice>

export const listNotices = endpoint({
  method: 'GET',
  path: '/notices',
  summary: 'The inbox, newest first',
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({ notices: z.array(notice), next: z.nullable(cursor), unread: z.number() }),
})

export const readNotice = endpoint({
  method: 'POST',
  path: '/notices/:id/read',
  summary: 'Mark one notice as read',
  params: idParams,
  reply: z.object({ unread: z.number() }),
  problems: ['not_found'],
  repeatable: 'natural',
})
