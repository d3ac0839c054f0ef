/** Who may pick a child up, who must never, and the codes of one day. */
import { relation, type Relation } from '@linli/contracts/children'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowsOf, rowsOfText } from '../../platform/rows'

export const personKind = z.enum(['listed', 'barred'])

const personRow = z.strictObject({
  id: z.string(),
  childId: z.string(),
  kind: personKind,
  nameEnc: z.string(),
  nameHash: z.instanceof(Uint8Array),
  phoneEnc: z.nullable(z.string()),
  phoneHash: z.nullable(z.instanceof(Uint8Array)),
  relation: z.nullable(relation),
  noteEnc: z.nullable(z.string()),
  validFrom: z.string(),
  validTo: z.nullable(z.string()),
  createdBy: z.string(),
  /** Who took them off. */
  endedBy: z.nullable(z.string()),
})
export type PersonRow = z.output<typeof personRow>

const personColumns = `p.id, p.child_id AS "childId", p.kind, p.name_enc AS "nameEnc", p.name_hash AS "nameHash",
  p.phone_enc AS "phoneEnc", p.phone_hash AS "phoneHash", p.relation, p.note_enc AS "noteEnc",
  p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo", p.created_by AS "createdBy", p.ended_by AS "endedBy"`
/** Whoever was not taken off a list and whose time is not over ($2). */
const live = `p.ended_at IS NULL AND (p.valid_to IS NULL OR p.valid_to >= $2::date)`

const livePeople = `SELECT ${personColumns} FROM pickup_people p WHERE p.child_id = ANY ($1::uuid[]) AND ${live}
  ORDER BY p.created_at, p.id`

export const peopleOf = (db: Db, childIds: readonly string[], today: string): Promise<PersonRow[]> =>
  db.statement(personRow, 'people-of', livePeople, [childIds, today])

/** The same inside a transaction that holds the child's row. */
export const peopleIn = (tx: Tx, childId: string, today: string): Promise<PersonRow[]> =>
  rowsOfText(tx, personRow, livePeople, [childId], today)

/** Whom somebody took off the list of a child, and who is not on it again. */
export const removedFrom = (tx: Tx, childId: string): Promise<PersonRow[]> =>
  rowsOfText(
    tx,
    personRow,
    `SELECT ${personColumns} FROM pickup_people p WHERE p.child_id = $1::uuid AND p.kind = 'listed'
       AND p.ended_by IS NOT NULL AND p.name_hash IS NOT NULL`,
    childId,
  )

export interface NewPerson {
  id: string
  childId: string
  kind: z.output<typeof personKind>
  nameEnc: string
  nameHash: Buffer
  phoneEnc: string | null
  phoneHash: Buffer | null
  relation: Relation | null
  noteEnc: string | null
  validFrom: string
  validTo: string | null
  createdBy: string
  at: Date
}

/** A listing whose time is over makes room for a new one. */
export async function insertPerson(tx: Tx, p: NewPerson): Promise<void> {
  if (p.kind === 'listed')
    await tx.pickupPerson.updateMany({
      where: { childId: p.childId, kind: 'listed', nameHash: new Uint8Array(p.nameHash), endedAt: null },
      data: { endedAt: p.at },
    })
  await tx.$executeRaw`
    INSERT INTO pickup_people (id, child_id, kind, name_enc, name_hash, phone_enc, phone_hash, relation, note_enc,
      valid_from, valid_to, created_by, created_at)
    VALUES (${p.id}::uuid, ${p.childId}::uuid, ${p.kind}, ${p.nameEnc}, ${p.nameHash}, ${p.phoneEnc}, ${p.phoneHash},
      ${p.relation}, ${p.noteEnc}, ${p.validFrom}::date, ${p.validTo}::date, ${p.createdBy}::uuid, ${p.at}::timestamptz)`
}

const anyPerson = z.extend(personRow, { endedAt: z.nullable(z.date()) })

/** Somebody on a list, also one who was taken off it. */
export async function findPerson(db: Db, id: string): Promise<z.output<typeof anyPerson> | undefined> {
  const [row] = await db.statement(
    anyPerson,
    'person',
    `SELECT ${personColumns}, p.ended_at AS "endedAt" FROM pickup_people p
     WHERE p.id = $1::uuid AND p.name_enc IS NOT NULL`,
    [id],
  )
  return row
}

/** Whether they were taken off meanwhile. The caller holds the child's row. */
export const findPersonIn = (tx: Tx, id: string): Promise<{ endedAt: Date | null } | null> =>
  tx.pickupPerson.findUnique({ where: { id }, select: { endedAt: true } })

export async function endPeople(
  tx: Tx,
  ids: readonly string[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await tx.pickupPerson.updateMany({
    where: { id: { in: [...ids] }, endedAt: null },
    data: { endedAt: at, endedBy: by },
  })
}

/** What a guardian allowed goes with the guardian: whom they listed, and codes that they made. */
export async function endAllowedBy(tx: Tx, childId: string, accountId: string, at: Date): Promise<void> {
  await tx.pickupPerson.updateMany({
    where: { childId, kind: 'listed', createdBy: accountId, endedAt: null },
    data: { endedAt: at },
  })
  await tx.pickupCode.updateMany({
    where: { childId, createdBy: accountId, usedAt: null, replacedAt: null },
    data: { replacedAt: at },
  })
}

const endedRow = z.strictObject({ good: z.boolean() })

/**
 * The same of everybody but these guardians, whom staff know.
 * @returns whether anything was still good on this day
 */
export async function endAllowedByOthers(
  tx: Tx,
  childId: string,
  { known, day, at }: { known: readonly string[]; day: string; at: Date },
): Promise<boolean> {
  const people = await rowsOf(tx, endedRow)`
    UPDATE pickup_people SET ended_at = ${at}::timestamptz
    WHERE child_id = ${childId}::uuid AND kind = 'listed' AND ended_at IS NULL
      AND created_by <> ALL (${[...known]}::uuid[])
    RETURNING valid_to IS NULL OR valid_to >= ${day}::date AS good`
  const codes = await tx.$executeRaw`
    UPDATE pickup_codes SET replaced_at = ${at}::timestamptz
    WHERE child_id = ${childId}::uuid AND day >= ${day}::date AND used_at IS NULL AND replaced_at IS NULL
      AND created_by <> ALL (${[...known]}::uuid[])`
  return codes > 0 || people.some(({ good }) => good)
}

export interface NewCode {
  id: string
  childId: string
  day: string
  codeHash: Buffer
  nameEnc: string
  relation: Relation
  createdBy: string
  at: Date
}

/** From now on this code opens on its day, and no earlier one. The caller holds the child's row. */
export async function putCode(tx: Tx, c: NewCode): Promise<void> {
  await tx.$executeRaw`UPDATE pickup_codes SET replaced_at = ${c.at}::timestamptz
    WHERE child_id = ${c.childId}::uuid AND day = ${c.day}::date AND replaced_at IS NULL`
  await tx.$executeRaw`
    INSERT INTO pickup_codes (id, child_id, day, code_hash, name_enc, relation, created_by, created_at)
    VALUES (${c.id}::uuid, ${c.childId}::uuid, ${c.day}::date, ${c.codeHash}, ${c.nameEnc}, ${c.relation},
      ${c.createdBy}::uuid, ${c.at}::timestamptz)`
}

const codeRow = z.strictObject({
  id: z.string(),
  childId: z.string(),
  day: z.string(),
  nameEnc: z.string(),
  relation,
})
export type CodeRow = z.output<typeof codeRow>

/** Codes that may still open, from a day on. */
export const openCodes = (tx: Tx, childId: string, from: string): Promise<CodeRow[]> =>
  rowsOf(tx, codeRow)`
    SELECT id, child_id AS "childId", day::text AS day, name_enc AS "nameEnc", relation FROM pickup_codes
    WHERE child_id = ${childId}::uuid AND day >= ${from}::date AND replaced_at IS NULL AND used_at IS NULL
      AND name_enc IS NOT NULL`

export async function endCodes(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx.pickupCode.updateMany({
    where: { id: { in: [...ids] }, replacedAt: null },
    data: { replacedAt: at },
  })
}

/** Whoever comes with the code of a day, used or not. */
export const codesOfDay = (db: Db, childIds: readonly string[], day: string): Promise<CodeRow[]> =>
  db.statement(
    codeRow,
    'codes-of-day',
    `SELECT id, child_id AS "childId", day::text AS day, name_enc AS "nameEnc", relation FROM pickup_codes
     WHERE child_id = ANY ($1::uuid[]) AND day = $2::date AND replaced_at IS NULL AND name_enc IS NOT NULL`,
    [childIds, day],
  )

/** By one guarded statement, in the release's transaction. @returns false when it was used, replaced or guessed at too often in the same moment */
export async function spendPickupCode(tx: Tx, id: string, at: Date): Promise<boolean> {
  const spent = await tx.$executeRaw`
    UPDATE pickup_codes SET used_at = ${at}::timestamptz
    WHERE id = ${id}::uuid AND used_at IS NULL AND replaced_at IS NULL AND attempts < 5`
  return spent === 1
}

/** Counts a wrong code against the one that holds on that day. */
export async function countPickupGuess(tx: Tx, childId: string, day: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE pickup_codes SET attempts = attempts + 1
    WHERE child_id = ${childId}::uuid AND day = ${day}::date AND replaced_at IS NULL AND attempts < 5`
}
