/** Finished cases by the hundred, rated or not, for what is counted of them. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** One finished case and what became of it. Instants as text; what is left out did not happen. */
export interface Outcome {
  community: string
  service: 'booking' | 'enrolment'
  /** Rated then, else it ran out at `lapsed`. */
  rated?: string
  lapsed?: string
  good?: boolean
  unprompted?: boolean
  overturned?: string
  followUp?: {
    stopAt: string
    contacted?: string
    confidential?: boolean
    told?: string
    verdicts?: { at: string; satisfied: boolean }[]
    ended?: string
  }
}

/** Writes outcomes as the service leaves them, people taking turns; the cases themselves are bare. */
export async function insertOutcomes(
  pool: pg.Pool,
  raters: readonly string[],
  outcomes: readonly Outcome[],
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // Bare cases: neither a booking nor a child stands behind them.
    await client.query(`SET LOCAL session_replication_role = replica`)
    for (const [n, one] of outcomes.entries())
      await insertOne(client, raters[(n * 7) % raters.length] ?? '', one)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

async function insertOne(client: pg.PoolClient, rater: string, one: Outcome): Promise<void> {
  const caseId = randomUUID()
  const day = 86_400_000
  const base = one.rated ?? one.lapsed ?? ''
  const finished = new Date(Date.parse(base) - (one.rated ? 1 : 30) * day)
  await client.query(
    `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
       created_at, closed_at) VALUES ($1, $2, $3, $4, $5, $5, 'self', 'completed', 'nobody', $6, $6)`,
    [caseId, `X-${caseId}`, one.service, one.community, rater, finished],
  )
  await client.query(
    `INSERT INTO rating_rights (case_id, service, community_code, finished_at, invite_at, rate_until, rated_at)
     VALUES ($1, $2, $3, $4, $4, $5, $6)`,
    [
      caseId,
      one.service,
      one.community,
      finished,
      new Date(finished.getTime() + 30 * day),
      one.rated ?? null,
    ],
  )
  if (!one.rated) return
  const ratingId = randomUUID()
  await client.query(
    `INSERT INTO ratings (id, case_id, service, community_code, rater_id, session_id, grade, reasons_version, reasons,
       unprompted, named, rated_at, text_state, text_for_all, overturned_at)
     VALUES ($1, $2, $3, $4, $5, $1, $6, '2026-11', '{}', $7, false, $8, 'none', false, $9)`,
    [
      ratingId,
      caseId,
      one.service,
      one.community,
      rater,
      one.good === false ? 'dissatisfied' : 'satisfied',
      one.unprompted ?? false,
      one.rated,
      one.overturned ?? null,
    ],
  )
  if (one.followUp) await insertFollowUp(client, ratingId, rater, one, one.followUp)
}

async function insertFollowUp(
  client: pg.PoolClient,
  ratingId: string,
  rater: string,
  { community, rated, overturned }: Outcome,
  f: NonNullable<Outcome['followUp']>,
): Promise<void> {
  const id = randomUUID()
  const last = f.verdicts?.at(-1)
  const state = overturned ? 'overturned' : f.ended ? 'closed' : 'contacting'
  await client.query(
    `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
       created_at) VALUES ($1, $2, 'follow_up', $3, $4, $4, 'self', $5, 'nobody', $6)`,
    [id, `PJ-${id}`, community, rater, state, rated],
  )
  await client.query(
    `INSERT INTO follow_ups (case_id, state, rating_id, community_code, handled_by, opened_at, rectify_due, stop_at,
       contacted_at, rectified_at, told_at, verdict, verdict_at, appealed_at, ended_at,
       confidential)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      state,
      ratingId,
      community,
      community.slice(0, 9),
      rated,
      f.stopAt,
      f.contacted ?? null,
      f.told ?? null,
      last ? (last.satisfied ? 'satisfied' : 'dissatisfied') : null,
      last?.at ?? null,
      overturned ?? null,
      overturned ?? f.ended ?? null,
      f.confidential ?? false,
    ],
  )
  for (const verdict of f.verdicts ?? [])
    await client.query(
      `INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id)
       VALUES ($1, $2, $3, 'verdict', 'closed', 'party', $4)`,
      [id, verdict.at, verdict.satisfied ? 'approve' : 'object', rater],
    )
}
