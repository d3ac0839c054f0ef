/** What is shown of the pictures of a draft. */
import type { File } from '@linli/contracts/files'
import type { ProblemCode } from '@linli/contracts/problems'
import { uuid } from '../device/uuid'
import type { ProblemError } from '../http/problem'
import type { Picked } from './picked'

/** One of the list: on its way, failed, handed in, or there to be looked at. */
export interface Entry {
  key: string
  picked: Picked | null
  percent: number
  /** Why it failed. */
  problem: ProblemError | null
  /** Null until the service said that it is there. */
  file: File | null
}

/** It failed because too many wait. */
export const isFull = ({ problem }: Pick<Entry, 'problem'>) => problem?.code === 'files_many'

const never: readonly ProblemCode[] = [
  ...(['file_kind_refused', 'file_heic', 'file_too_large', 'file_unreadable'] as const),
  ...(['file_locked', 'file_pages_many', 'file_too_complex', 'file_infected'] as const),
]

/** It is what it is: to hand the same in again is of no use. */
export const isRefused = ({ problem }: Pick<Entry, 'problem'>) =>
  problem !== null && never.some((code) => code === problem.code)

export const begun = (picked: Picked): Entry => ({
  ...{ key: uuid(), picked, percent: 0, problem: null, file: null },
})

/** First what the draft keeps, whether or not the service could be asked about it; then what is on its way. */
export const shownOf = (
  ids: readonly string[],
  known: ReadonlyMap<string, File>,
  going: readonly Entry[],
): Entry[] => [
  ...ids.map((id) => ({
    ...{ key: id, picked: null, percent: 100, problem: null },
    file: known.get(id) ?? null,
  })),
  ...going,
]

/**
 * Those of a draft that the service has no more. What was sent with something is none of them: where the answer was lost,
 * the same has to be asked for once more.
 */
export const goneFrom = (
  wanted: readonly string[],
  { files, sent }: { files: readonly Pick<File, 'id'>[]; sent: readonly string[] },
): string[] => wanted.filter((id) => !sent.includes(id) && !files.some((one) => one.id === id))

/** A change of a draft's pictures, made of what it keeps by then. */
export type Turn = (ids: readonly string[]) => string[]

/** @returns false where the draft is over: nobody sees what was put into it */
export type Keep = (turn: Turn) => boolean

export const withOne =
  (id: string): Turn =>
  (ids) => [...ids.filter((one) => one !== id), id]

export const without =
  (gone: readonly string[]): Turn =>
  (ids) =>
    ids.filter((id) => !gone.includes(id))
