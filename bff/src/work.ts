import { Logger, parseCronItems, run, type Runner } from 'graphile-worker'
import pg from 'pg'
import * as z from 'zod/mini'
import type { Deps } from './deps'
import { forgetKeys } from './platform/once'
import { forgetExpired } from './modules/identity/service'
import { completeEnded, escalateOverdue } from './modules/bookings/jobs'
import { deliverNotice, deliverOverdue } from './modules/notices/jobs'

/** Payloads are parsed at the door like any other input. */
const noticePayload = z.object({ noticeId: z.uuid() })

/** Starts the jobs of every module on this database; `stop()` lets running ones finish. */
export async function startWorker(deps: Deps): Promise<Runner> {
  const pool = new pg.Pool({ connectionString: deps.config.databaseUrl, max: 6 })
  pool.on('error', (err) => deps.log.warn({ err }, 'a job connection was lost'))
  pool.on('connect', (client) =>
    client.on('error', (err) => deps.log.warn({ err }, 'a job connection was lost')),
  )
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new Logger(() => (level, message) => {
      // The library's messages carry the error's text, and that may carry data: only the task is logged.
      if (level === 'error')
        deps.log.error({ job: /^\w+ task \d+ \((\w+)/.exec(message)?.[1] }, 'a job failed')
    }),
    taskList: {
      deliver_notice: (payload) => deliverNotice(deps, noticePayload.parse(payload).noticeId),
      deliver_overdue: () => deliverOverdue(deps),
      escalate_overdue: () => all(() => escalateOverdue(deps)),
      complete_ended: () => all(() => completeEnded(deps)),
      forget_old: () => all(() => forgetOld(deps)),
    },
    parsedCronItems: parseCronItems([
      { task: 'deliver_overdue', match: '*/2 * * * *' },
      { task: 'escalate_overdue', match: '* * * * *' },
      { task: 'complete_ended', match: '*/5 * * * *' },
      // The clock of cron is UTC: this is 03:17 in Shanghai.
      { task: 'forget_old', match: '17 19 * * *' },
    ]),
  })
  void runner.promise.finally(() => pool.end())
  // A job of a worker that was killed stays locked for hours; its notice does not wait for it.
  await runner.addJob('deliver_overdue', {}, { jobKey: 'deliver_overdue_at_start' })
  return runner
}

/** Batch after batch until one is empty. */
async function all(batch: () => Promise<number>): Promise<void> {
  while ((await batch()) > 0);
}

const dayMs = 86_400_000

/**
 * A key answers for a week: longer than any phone keeps a queued tap. Codes and sessions that have expired are kept a
 * little, to tell their owner so. Batch by batch, so that no backlog is too much for one statement.
 */
export async function forgetOld({ db, clock }: Deps): Promise<number> {
  const before = (days: number): Date => new Date(clock.now().getTime() - days * dayMs)
  return (await forgetKeys(db, before(7))) + (await forgetExpired(db, before(1), before(30)))
}
