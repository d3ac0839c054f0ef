import * as z from 'zod/mini'
import { id, instant } from './common'
import { endpoint } from './endpoint'
import { role } from './roles'

/** So many days whoever asked to leave can take it back by signing in. */
export const leaveDays = 3

/** What has to end before somebody can leave: a matter or place, a role, a duty, a child whom nobody else could look after. */
const standing = z.object({
  kind: z.enum(['matter', 'role', 'duty', 'child']),
  /** Room, programme or division, or what the child is called here. */
  title: z.string(),
  caseId: z.nullable(id),
  childId: z.nullable(id),
  role: z.nullable(role),
})
export type Standing = z.infer<typeof standing>

export const getLeaving = endpoint({
  beforeAgreement: true,
  method: 'GET',
  path: '/me/leaving',
  summary: 'What stands in the way of erasing this account, and what becomes of its children',
  reply: z.object({
    standing: z.array(standing),
    /** `erased`: it has no other guardian; `stays`: another one decides for it. */
    children: z.array(z.object({ nickname: z.string(), fate: z.enum(['erased', 'stays']) })),
  }),
})

export const leave = endpoint({
  beforeAgreement: true,
  method: 'POST',
  path: '/me/leave',
  summary:
    'Erase this account: every session ends at once, signing in within three days takes it back, then everything told goes and a proof stays',
  body: z.object({}),
  reply: z.object({ finalAt: instant }),
  problems: ['confirm_needed', 'leaving_not_open'],
  repeatable: 'natural',
})

/** One document in two forms: a page to read and print, and the same as data. */
export const keptFiles = z.object({
  fileName: z.string(),
  document: z.record(z.string(), z.unknown()),
  pageName: z.string(),
  /** HTML by itself: no script, nothing from outside. */
  page: z.string(),
})

export const exportMe = endpoint({
  beforeAgreement: true,
  method: 'GET',
  path: '/me/export',
  summary:
    'Everything that is kept about the person who is signed in, to read and as data; leaves an access record',
  reply: keptFiles,
  problems: ['confirm_needed'],
})

/** How the record of one's own export names its reader. */
export const ownReader = '本人'
