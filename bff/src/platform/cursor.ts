import { Problem } from './problem'

type Kind = 'number' | 'string' | 'uuid' | 'instant'

const shapes: Record<Kind, (value: unknown) => boolean> = {
  number: (v) => Number.isInteger(v) && Math.abs(v as number) < 2 ** 31,
  string: (v) => typeof v === 'string' && /^[\w.:-]{0,40}$/.test(v),
  uuid: (v) => typeof v === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(v),
  instant: (v) =>
    typeof v === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(v) && !Number.isNaN(Date.parse(v)),
}

/** A place in a list as text that is given back unchanged. */
export const writeCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/**
 * Reads a place back: anybody can send anything here, so each part is checked.
 * @throws Problem invalid_request when it is not one of ours
 */
export function readCursor(cursor: string | undefined, kinds: readonly Kind[]): unknown[] | undefined {
  if (cursor === undefined) return undefined
  const place = decode(cursor)
  if (
    Array.isArray(place) &&
    place.length === kinds.length &&
    kinds.every((kind, n) => shapes[kind](place[n]))
  )
    return place
  throw new Problem('invalid_request', undefined, [
    { path: 'query.cursor', code: 'invalid_format', message: '请从头刷新列表' },
  ])
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** A place in a list by time: goes on after an instant and an id. */
export function readPlace(cursor: string | undefined): { at: Date; id: string } | undefined {
  const place = readCursor(cursor, ['instant', 'uuid']) as [string, string] | undefined
  return place && { at: new Date(place[0]), id: place[1] }
}

/** A place in a list by time in which what is of one instant follows by when it begins, then by id. */
export interface Turn {
  at: Date
  begins: Date
  id: string
}

export function readTurn(cursor: string | undefined): Turn | undefined {
  const place = readCursor(cursor, ['instant', 'instant', 'uuid']) as [string, string, string] | undefined
  return place && { at: new Date(place[0]), begins: new Date(place[1]), id: place[2] }
}

export const writeTurn = (place: Turn | undefined): string | null =>
  place ? writeCursor([place.at.toISOString(), place.begins.toISOString(), place.id]) : null

export const writePlace = (place: { at: Date; id: string } | undefined): string | null =>
  place ? writeCursor([place.at.toISOString(), place.id]) : null
