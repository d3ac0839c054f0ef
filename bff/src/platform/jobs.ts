import type { Tx } from './db'

/** The jobs of every module: name → payload, which is ids only (they are readable in the database). */
export interface Jobs {
  deliver_notice: { noticeId: string }
  settle_line: { lineId: string }
  look_at_need: { needId: string }
  call_off_tasks: { needId: string; taskIds: readonly string[] }
  check_rating_text: { ratingId: string }
  mix_survey: { surveyId: string }
  tell_old_number: { changeId: string }
  tell_joined: { accountId: string }
  /** Added by the database, when a name is given or two accounts become one. */
  look_at_conflicts: { accountId: string }
  /** Added by the database, as soon as a page is deleted. */
  remove_objects: { objectIds: string[] }
}

/** Adds a job inside the transaction that caused it: if that rolls back, the job never was. */
export async function addJob<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  runAt: Date,
): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, run_at => ${runAt}::timestamptz)`
}
