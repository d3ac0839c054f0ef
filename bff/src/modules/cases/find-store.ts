/** Cases of a division by what somebody knows of them. Each answer is bounded, however many cases there are. */
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'
import { type CaseRow, caseRow } from './row'
import { caseColumns, inTurn } from './store'

export interface FindScope {
  division: string
  /** The services in which it is looked. */
  types: readonly string[]
}

/** A page of what was found; who has more gives more of what they know. */
const most = 20

const below = `c.community_code >= $1 AND c.community_code < $1 || ':' AND c.type = ANY ($2::text[])`

/** @param end of the number without its dashes, at least as much of it as the index has */
export const casesByEnd = (db: Db, { division, types }: FindScope, end: string): Promise<CaseRow[]> =>
  db.statement(
    caseRow,
    'find-number',
    `SELECT ${caseColumns} FROM cases c WHERE ${below} AND right(c.number, 4) = right($3, 4)
       AND replace(c.number, '-', '') LIKE '%' || $3
     ORDER BY c.created_at DESC, ${inTurn} LIMIT ${most}`,
    [division, types, end],
  )

const personRow = z.extend(caseRow, { personId: z.string() })

/**
 * What is open comes first. Of a child's case the child is looked for where it is cared for, not here. The fence: asked
 * again and again, PostgreSQL plans for anybody anywhere, and would read all cases of the division to find one person's.
 */
const ofPeople = `
  SELECT ${caseColumns}, p.person AS "personId"
  FROM people p CROSS JOIN LATERAL (
    SELECT * FROM cases WHERE subject_id = p.id
    UNION ALL SELECT * FROM cases WHERE actor_id = p.id AND actor_role = 'proxy' AND subject_id <> p.id
    OFFSET 0
  ) c
  WHERE ${below} AND c.child_id IS NULL`
const newest = `ORDER BY c.closed_at IS NOT NULL, c.created_at DESC, ${inTurn} LIMIT ${most}`

/** In one statement, so that a stranger's number takes as long as nobody's. */
export const casesOfPhone = (
  db: Db,
  { division, types }: FindScope,
  phoneHash: Uint8Array,
): Promise<z.output<typeof personRow>[]> =>
  db.statement(
    personRow,
    'find-phone',
    `WITH people AS (SELECT own.id, coalesce(a.joined_into, a.id) AS person FROM accounts a
        CROSS JOIN LATERAL unnest(account_ids(coalesce(a.joined_into, a.id))) AS own (id) WHERE a.phone_hash = $3)
     ${ofPeople} ${newest}`,
    [division, types, phoneHash],
  )

const namedRow = z.strictObject({ id: z.string(), nameEnc: z.string() })

/** Sealed names of whoever has something open in the division, in no order. */
export const namesOpen = (
  db: Db,
  { division, types }: FindScope,
  limit: number,
): Promise<z.output<typeof namedRow>[]> =>
  db.statement(
    namedRow,
    'find-names',
    `SELECT a.id, a.name_enc AS "nameEnc" FROM accounts a JOIN
       (SELECT DISTINCT c.subject_id FROM cases c WHERE ${below} AND c.closed_at IS NULL AND c.child_id IS NULL) open
         ON open.subject_id = a.id
     WHERE a.name_enc IS NOT NULL LIMIT $3::int`,
    [division, types, limit],
  )

/** Their open cases: what is over justifies no look at a name. */
export const openCasesOf = (
  db: Db,
  { division, types }: FindScope,
  people: readonly string[],
): Promise<z.output<typeof personRow>[]> =>
  db.statement(
    personRow,
    'find-people',
    `SELECT ${caseColumns}, c.subject_id AS "personId" FROM cases c
     WHERE ${below} AND c.subject_id = ANY ($3::uuid[]) AND c.closed_at IS NULL AND c.child_id IS NULL ${newest}`,
    [division, types, people],
  )
