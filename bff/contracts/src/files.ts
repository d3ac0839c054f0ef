import * as z from 'zod/mini'
import { id, idParams, instant, queryCount } from './common'
import { endpoint } from './endpoint'

/** What is taken; the service looks at the content itself, and at no name. */
export const pictureMegabytes = 12
export const pdfMegabytes = 20
export const mostPages = 20
/** So many may wait to be attached to something. */
export const mostWaiting = 9

/** A picture, or a PDF, which is kept as pictures of its pages. */
export const file = z.object({
  id,
  kind: z.enum(['picture', 'pdf']),
  createdAt: instant,
  pages: z.array(z.object({ n: z.int(), width: z.int(), height: z.int() })),
})
export type File = z.infer<typeof file>

/** The service whose cases it can be attached to. */
const purpose = z.string().check(z.regex(/^[a-z][a-z_]{0,39}$/))

/** Why a file is not taken. */
export const fileRefusals = [
  'file_kind_refused',
  'file_heic',
  'file_too_large',
  'file_unreadable',
  'file_locked',
  'file_pages_many',
  'file_too_complex',
  'file_infected',
] as const

export const uploadFile = endpoint({
  method: 'POST',
  path: '/files',
  summary: 'Hand in a picture or a PDF: one part of a form; it is made anew without its place and author',
  query: z.object({ purpose }),
  takes: 'file',
  reply: file,
  status: 201,
  problems: [
    'not_found',
    ...fileRefusals,
    'files_many',
    'files_today',
    'files_away',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const listFiles = endpoint({
  method: 'GET',
  path: '/files',
  summary: 'What I handed in and have not sent with anything yet; oldest first',
  reply: z.object({
    files: z.array(file),
    /** What was sent with something in the last day: whoever lost the answer must ask for the same once more. */
    sent: z.array(id),
  }),
})

export const removeFile = endpoint({
  method: 'DELETE',
  path: '/files/:id',
  summary: 'Take back what was not sent with anything yet',
  params: idParams,
  reply: z.object({}),
  problems: ['not_found', 'file_attached'],
  repeatable: 'natural',
})

export const giveFileLink = endpoint({
  method: 'POST',
  path: '/files/:id/link',
  summary:
    'A link to its pages, for the asker alone and some minutes; the person it is about sees that it was read',
  params: idParams,
  reply: z.object({
    /** Below the service's address; `?page=2` for the second. */
    path: z.string(),
    expiresAt: instant,
    file,
  }),
  problems: ['not_found'],
  repeatable: 'natural',
})

export const readFileLink = endpoint({
  method: 'GET',
  path: '/file-links/:token',
  summary: 'A page of a file, as a picture; whether its reader still may is asked at each use',
  params: z.object({ token: z.string().check(z.maxLength(200)) }),
  query: z.object({ page: z._default(queryCount(mostPages), 1) }),
  gives: 'picture',
  reply: z.unknown(),
  problems: ['not_found', 'files_away'],
})
