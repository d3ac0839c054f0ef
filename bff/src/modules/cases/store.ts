/** The spine's rows. States change only by a guarded update; the timeline only grows. */
import { caseSide, type CaseState, type WaitingFor } from '@linli/contracts/case-base'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowsOfText } from '../../platform/rows'
import type { Move } from './kind'
import { type CaseRow, caseRow } from './row'

export const caseColumns = `c.id, c.number, c.type, c.community_code AS community, c.subject_id AS "subjectId",
  c.actor_id AS "actorId", c.actor_role AS "actorRole", c.child_id AS "childId", nickname_of(c.child_id) AS nickname,
  CASE WHEN c.child_id IS NULL THEN '{}' ELSE deciding_ids(c.child_id) END AS "decidingIds", c.state,
  c.waiting_for AS "waitingFor", c.title, c.starts_at AS "startsAt", c.ends_at AS "endsAt", c.lapses_at AS "lapsesAt",
  c.due_at AS "dueAt", c.escalated_at AS "escalatedAt", c.decided_by AS "decidedBy", c.decided_at AS "decidedAt",
  c.created_at AS "createdAt", c.closed_at AS "closedAt"`

/** Of what is of one instant, like the weeks of a series, the first comes first; what has no time, by when it was made. */
export const inTurn = 'coalesce(c.starts_at, c.created_at), c.id'

const eventRow = z.strictObject({
  at: z.string(),
  action: z.string(),
  from: z.nullable(z.string()),
  to: z.string(),
  side: caseSide,
  actorId: z.nullable(z.string()),
  actorName: z.nullable(z.string()),
  note: z.nullable(z.string()),
})
export type EventRow = z.output<typeof eventRow>

const detailRow = z.extend(caseRow, { events: z.array(eventRow) })
export type DetailRow = z.output<typeof detailRow>

export async function findCase(db: Db, id: string): Promise<DetailRow | undefined> {
  const [row] = await db.statement(
    detailRow,
    'case',
    `SELECT ${caseColumns},
      (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'action', e.action, 'from', e.from_state, 'to', e.to_state,
         'side', e.side, 'actorId', e.actor_id, 'actorName', e.actor_name, 'note', e.note) ORDER BY e.id), '[]'::jsonb)
       FROM case_events e WHERE e.case_id = c.id) AS events
     FROM cases c WHERE c.id = $1::uuid`,
    [id],
  )
  return row
}

/** The case with its row locked until the transaction ends: decisions about one case come one after the other. */
export async function lockCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  const [row] = await rowsOfText(
    tx,
    caseRow,
    `SELECT ${caseColumns} FROM cases c WHERE c.id = $1::uuid FOR UPDATE OF c`,
    id,
  )
  return row
}

/** Any number of them, each locked, by id. */
export const lockCases = (tx: Tx, ids: readonly string[]): Promise<CaseRow[]> =>
  rowsOfText(
    tx,
    caseRow,
    `SELECT ${caseColumns} FROM cases c WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id FOR UPDATE OF c`,
    ids,
  )

/**
 * The first look by staff; later ones are not events, nor is one in the moment in which somebody decides.
 * @returns whether this was the first
 */
export async function insertSeen(
  db: Db,
  seen: { caseId: string; state: CaseState; at: Date; actorId: string; actorName: string },
): Promise<boolean> {
  const added = await db.client.$executeRaw`
    INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id, actor_name)
    SELECT id, ${seen.at}::timestamptz, 'see', state, state, 'staff', ${seen.actorId}::uuid, ${seen.actorName}
    FROM (SELECT id, state FROM cases WHERE id = ${seen.caseId}::uuid AND state = ${seen.state}
      FOR KEY SHARE SKIP LOCKED) c
    ON CONFLICT (case_id) WHERE action = 'see' DO NOTHING`
  return added === 1
}

/** What a move makes of one row: every column that it sets. */
export interface NewState {
  id: string
  from: CaseState
  to: CaseState
  waitingFor: WaitingFor
  dueAt: Date | null
  escalatedAt: Date | null
  startsAt: Date | null
  endsAt: Date | null
  title: string
  lapsesAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  closedAt: Date | null
  finishedAt: Date | null
}

/** `UPDATE … WHERE state = from`, for any number of rows. @returns how many were there to be moved */
export const moveCases = (tx: Tx, states: readonly NewState[]): Promise<number> => tx.$executeRaw`
  UPDATE cases c SET state = n."to", waiting_for = n."waitingFor", due_at = n."dueAt", escalated_at = n."escalatedAt",
    lapses_at = n."lapsesAt", decided_by = n."decidedBy", decided_at = n."decidedAt", closed_at = n."closedAt",
    finished_at = n."finishedAt", starts_at = n."startsAt", ends_at = n."endsAt", title = n.title
  FROM jsonb_to_recordset(${JSON.stringify(states)}::jsonb) AS n (id uuid, "from" text, "to" text, "waitingFor" text,
    "dueAt" timestamptz, "escalatedAt" timestamptz, "lapsesAt" timestamptz, "decidedBy" uuid, "decidedAt" timestamptz,
    "closedAt" timestamptz, "finishedAt" timestamptz, "startsAt" timestamptz, "endsAt" timestamptz, title text)
  WHERE c.id = n.id AND c.state = n."from"`

export type NewEvent = Pick<Move, 'action' | 'note' | 'at' | 'by'> & {
  caseId: string
  from: CaseState | null
  to: CaseState
}

/**
 * Kept for good, also when a child is erased: the forms of staff say that no name and nothing about health belongs here,
 * and a guardian's words about a child are never written here.
 */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(({ by, ...event }) => ({ ...event, ...by }))
  await tx.$executeRaw`
    SELECT count(add_event(e."caseId", e.at, e.action, e."from", e."to", e.side, e."actorId", e."actorName", e.note))
    FROM (SELECT * FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS ("caseId" uuid, at timestamptz,
      action text, "from" text, "to" text, side text, "actorId" uuid, "actorName" text, note text)) WITH ORDINALITY ORDER BY ordinality) e`
}
