/** What is taken, and how much of it (docs/files.md). */
import { pdfMegabytes, pictureMegabytes } from '@linli/contracts/files'
import type { ProblemCode } from '@linli/contracts/problems'
import type { Reason } from '../../platform/files/frames'

export type FileKind = 'picture' | 'pdf'

const megabyte = 1_000_000
export const mostBytes: Record<FileKind, number> = {
  picture: pictureMegabytes * megabyte,
  pdf: pdfMegabytes * megabyte,
}

/** An upload that was never finished goes after an hour, one that was never attached after a week. */
export const unfinishedMs = 3_600_000
export const unattachedMs = 7 * 86_400_000
/** An object without a row is nobody's after a day. */
export const orphanMs = 86_400_000

export const refusalOf: Record<Reason, ProblemCode> = {
  unreadable: 'file_unreadable',
  locked: 'file_locked',
  pages: 'file_pages_many',
  complex: 'file_too_complex',
}
