/** Rows of rooms' photos and of their two sizes. A size has its row before its object is written. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { sqlState } from '../../../platform/db-errors'
import type { Read } from '../../../platform/read'
import { countRow, idRow, rowOf, rowsOf } from '../../../platform/rows'

const photoRow = z.strictObject({
  id: z.string(),
  roomId: z.string(),
  alt: z.string(),
  width: z.int(),
  height: z.int(),
})
export type PhotoRow = z.output<typeof photoRow>

/** Those of some rooms that are there, in their order. */
export const photosOf = (read: Read, roomIds: readonly string[]): Promise<PhotoRow[]> =>
  read(
    photoRow,
    'photos-of-rooms',
    `SELECT p.id, p.room_id AS "roomId", p.alt, s.width, s.height FROM room_photos p
       JOIN room_photo_sizes s ON s.photo_id = p.id AND s.n = 1
     WHERE p.room_id = ANY ($1::uuid[]) AND p.place IS NOT NULL ORDER BY p.place, p.id`,
    [roomIds],
  )

const objectRow = z.strictObject({ key: z.string(), objectId: z.string(), bytes: z.int() })

/** One size of a photo that is there. */
export const findObject = async (
  db: Db,
  id: string,
  n: number,
): Promise<z.output<typeof objectRow> | undefined> =>
  (
    await db.statement(
      objectRow,
      'photo-object',
      `SELECT p.object_key AS key, s.object_id AS "objectId", s.bytes FROM room_photos p
         JOIN room_photo_sizes s ON s.photo_id = p.id AND s.n = $2::int
       WHERE p.id = $1::uuid AND p.place IS NOT NULL`,
      [id, n],
    )
  )[0]

/** Of one room photos come and go one after the other; what is being booked does not wait for it. */
export const holdPhotos = (tx: Tx, roomId: string) =>
  rowsOf(tx, idRow)`SELECT id FROM rooms WHERE id = ${roomId}::uuid FOR NO KEY UPDATE`

export async function countPhotos(tx: Tx, roomId: string): Promise<number> {
  const row = await rowOf(tx, countRow)`
    SELECT count(*)::int AS n FROM room_photos WHERE room_id = ${roomId}::uuid AND place IS NOT NULL`
  return row?.n ?? 0
}

export interface NewPhoto {
  id: string
  roomId: string
  alt: string
  objectKey: string
  createdAt: Date
}

export async function insertPhoto(tx: Tx, photo: NewPhoto): Promise<void> {
  await tx.roomPhoto.create({ data: photo, select: { id: true } })
}

export interface NewSize {
  n: number
  objectId: string
  bytes: number
  width: number
  height: number
}

/** @returns false when the photo has gone meanwhile */
export async function insertSize({ client }: Db, photoId: string, size: NewSize): Promise<boolean> {
  return client.$executeRaw`
    INSERT INTO room_photo_sizes (photo_id, n, object_id, bytes, width, height)
    SELECT p.id, ${size.n}::int, ${size.objectId}::uuid, ${size.bytes}::int, ${size.width}::int, ${size.height}::int
    FROM room_photos p WHERE p.id = ${photoId}::uuid AND p.place IS NULL`.then(
    (inserted) => inserted === 1,
    (error: unknown) => {
      if (sqlState(error) === '23503') return false
      throw error
    },
  )
}

/** From here on everybody sees it. @returns false when it has gone meanwhile */
export const showPhoto = async (tx: Tx, id: string, place: number): Promise<boolean> =>
  (await tx.$executeRaw`UPDATE room_photos SET place = ${place}::int WHERE id = ${id}::uuid AND place IS NULL`) ===
  1

export async function arrangePhotos(
  tx: Tx,
  roomId: string,
  photos: readonly { id: string; alt: string }[],
): Promise<void> {
  await tx.$executeRaw`UPDATE room_photos p SET place = a.place, alt = a.alt
    FROM jsonb_to_recordset(${JSON.stringify(photos.map((one, place) => ({ ...one, place })))}::jsonb)
      AS a (id uuid, alt text, place int)
    WHERE p.id = a.id AND p.room_id = ${roomId}::uuid`
}

/** Those behind it move up. */
export async function deletePhoto(tx: Tx, roomId: string, id: string): Promise<void> {
  await tx.$executeRaw`WITH gone AS (DELETE FROM room_photos WHERE id = ${id}::uuid AND room_id = ${roomId}::uuid
      AND place IS NOT NULL RETURNING place)
    UPDATE room_photos p SET place = p.place - 1 FROM gone WHERE p.room_id = ${roomId}::uuid AND p.place > gone.place`
}

/** What did not become whole. */
export const deleteUnfinished = ({ client }: Db, id: string): Promise<number> =>
  client.$executeRaw`DELETE FROM room_photos WHERE id = ${id}::uuid AND place IS NULL`

/** Begun before, and never whole. @returns how many of a batch went */
export const deleteForgotten = ({ client }: Db, before: Date): Promise<number> =>
  client.$executeRaw`DELETE FROM room_photos WHERE id IN (SELECT id FROM room_photos WHERE place IS NULL
    AND created_at < ${before}::timestamptz ORDER BY created_at LIMIT 500 FOR UPDATE SKIP LOCKED)`
