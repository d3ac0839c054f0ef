import { type CronItem, Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import pg from 'pg'
import * as z from 'zod/mini'
import type { Deps } from './deps'
import { forgetOld } from './forget-old'
import { childPorts, leavePorts, lineResources } from './lines'
import { renewWhenOld } from './keys/rotation'
import { tellJoined, tellOldNumber } from './modules/identity/counter'
import { finishFreezes } from './modules/children/freezes'
import { completeEnded } from './modules/bookings/jobs'
import { remindOfBookings } from './modules/bookings/reminder'
import { escalateOverdue, lapseOverdue } from './modules/cases/clock'
import { watchChildren } from './modules/care/jobs'
import { askVisited, chaseSilent } from './modules/needs/jobs'
import { endAbandoned, giveOnConflicts, giveOnStranded, giveOutUnowned } from './modules/consultations/jobs'
import { remindOfMeetings } from './modules/consultations/meetings/jobs'
import { returnUnreceived } from './modules/consultations/referral/jobs'
import { escalateFollowUps } from './modules/follow-ups/jobs'
import { finishLeaving } from './modules/leaving/leave'
import { settleLine, settleLines } from './modules/line/jobs'
import { callOffTasksOf } from './modules/signups/call-off'
import { endEachUnfit, finishSignups } from './modules/signups/jobs'
import { lookAtNeed } from './modules/signups/need-link'
import { forgetPhotos } from './modules/rooms/photos/jobs'
import { forgetFiles, removeObjects, removeOrphans } from './modules/files/jobs'
import { closeRatingMonths } from './modules/figures/jobs'
import { deliverNotice, deliverOverdue } from './modules/notices/jobs'
import { checkOverdueTexts, checkRatingText, inviteToRate } from './modules/ratings/jobs'
import { tellOfPapers } from './modules/volunteers/jobs'
import { closeDue, completeEnrolments, fillAllClasses } from './modules/programmes/jobs'
import { freezeMonths, takeRosters, tellAsked, tellUnseen } from './modules/visits/jobs'
import { closeSurveys, mixSurvey, takeMorning } from './modules/surveys/jobs'

/** Payloads are parsed at the door like any other input. */
const noticePayload = z.object({ noticeId: z.uuid() })
const ratingPayload = z.object({ ratingId: z.uuid() })
const linePayload = z.object({ lineId: z.uuid() })
const needPayload = z.object({ needId: z.uuid(), taskIds: z.optional(z.array(z.uuid())) })
const changePayload = z.object({ changeId: z.uuid() })
const accountPayload = z.object({ accountId: z.uuid() })
const objectsPayload = z.object({ objectIds: z.array(z.uuid()) })
const surveyPayload = z.object({ surveyId: z.uuid() })

/** Starts the jobs of every module on this database; `stop()` lets running ones finish. */
export async function startJobs(deps: Deps): Promise<Runner> {
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
    taskList: tasksOf(deps),
    parsedCronItems: parseCronItems(crontab),
  })
  void runner.promise.finally(() => pool.end())
  // A job of a worker that was killed stays locked for hours; its notice does not wait for it.
  await runner.addJob('deliver_overdue', {}, { jobKey: 'deliver_overdue_at_start' })
  await runner.addJob('settle_lines', {}, { jobKey: 'settle_lines_at_start' })
  await runner.addJob('close_rating_months', {}, { jobKey: 'close_rating_months_at_start' })
  await runner.addJob('renew_sealed', {}, { jobKey: 'renew_sealed_at_start' })
  await runner.addJob('invite_to_rate', {}, { jobKey: 'invite_to_rate_at_start' })
  return runner
}

const keysOf = ({ config }: Deps) => ({ databaseUrl: config.databaseUrl, keys: config })

const ofConsultations = (deps: Deps): TaskList => ({
  end_abandoned_consultations: () => all(() => endAbandoned(deps)),
  give_on_consultations: async () => {
    await all(() => giveOnStranded(deps))
    await giveOutUnowned(deps)
  },
  look_at_conflicts: async (payload) =>
    void (await giveOnConflicts(deps, accountPayload.parse(payload).accountId)),
  return_referrals: () => all(() => returnUnreceived(deps)),
  remind_of_meetings: () => all(() => remindOfMeetings(deps)),
})

const ofTasks = (deps: Deps): TaskList => ({
  look_at_need: (payload) => lookAtNeed(deps, needPayload.parse(payload).needId),
  call_off_tasks: (payload) => callOffTasksOf(deps, needPayload.parse(payload)),
  finish_signups: () => all(() => finishSignups(deps)),
  end_unfit_signups: () => all(() => endEachUnfit(deps)),
})

const ofVisits = (deps: Deps): TaskList => ({
  take_visit_rosters: () => all(() => takeRosters(deps)),
  freeze_visit_months: () => all(() => freezeMonths(deps)),
  tell_unseen: () => all(() => tellUnseen(deps)),
  tell_asked_family: () => all(() => tellAsked(deps)),
})

const ofCases = (deps: Deps): TaskList => ({
  ...ofVisits(deps),
  escalate_overdue: () => all(() => escalateOverdue(deps)),
  lapse_overdue: () => all(() => lapseOverdue(deps)),
  ask_visited: () => all(() => askVisited(deps)),
  chase_silent_needs: () => all(() => chaseSilent(deps)),
  tell_of_papers: () => all(() => tellOfPapers(deps)),
})

const ofSurveys = (deps: Deps): TaskList => ({
  close_surveys: () => all(() => closeSurveys(deps)),
  take_survey_mornings: () => all(() => takeMorning(deps)),
  mix_survey: (payload) => mixSurvey(deps, surveyPayload.parse(payload).surveyId),
})

const tasksOf = (deps: Deps): TaskList => ({
  deliver_notice: (payload) => deliverNotice(deps, noticePayload.parse(payload).noticeId),
  deliver_overdue: () => deliverOverdue(deps),
  ...ofCases(deps),
  ...ofConsultations(deps),
  ...ofTasks(deps),
  escalate_follow_ups: () => all(() => escalateFollowUps(deps)),
  remind_of_bookings: () => all(() => remindOfBookings(deps)),
  complete_ended: () => all(() => completeEnded(deps)),
  settle_line: (payload) => settleLine(deps, lineResources, linePayload.parse(payload).lineId),
  settle_lines: () => settleLines(deps, lineResources),
  close_programmes: () => all(() => closeDue(deps)),
  ...ofSurveys(deps),
  tell_old_number: (payload) => tellOldNumber(deps, changePayload.parse(payload).changeId),
  tell_joined: (payload) => tellJoined(deps, accountPayload.parse(payload).accountId),
  complete_enrolments: () => all(() => completeEnrolments(deps)),
  fill_classes: () => fillAllClasses(deps),
  finish_freezes: () => all(() => finishFreezes(deps, childPorts)),
  finish_leaving: () => all(() => finishLeaving(deps, leavePorts)),
  watch_children: () => all(() => watchChildren(deps)),
  remove_objects: (payload) => removeObjects(deps, objectsPayload.parse(payload).objectIds),
  forget_files: () => all(() => forgetFiles(deps)),
  forget_photos: () => all(() => forgetPhotos(deps)),
  remove_orphans: async () => void (await removeOrphans(deps)),
  invite_to_rate: () => all(() => inviteToRate(deps)),
  check_rating_text: async (payload) =>
    void (await checkRatingText(deps, ratingPayload.parse(payload).ratingId)),
  check_overdue_texts: () => checkOverdueTexts(deps),
  close_rating_months: async () => void (await closeRatingMonths(deps)),
  forget_old: () => all(() => forgetOld(deps)),
  renew_sealed: (_, { abortSignal }) =>
    renewWhenOld({
      ...keysOf(deps),
      stop: {
        get asked() {
          return abortSignal?.aborted ?? false
        },
      },
    }),
})

/** In minutes, hours, days, months and weekdays of UTC. */
const crontab: CronItem[] = [
  { task: 'deliver_overdue', match: '*/2 * * * *' },
  { task: 'escalate_overdue', match: '* * * * *' },
  { task: 'lapse_overdue', match: '* * * * *' },
  { task: 'ask_visited', match: '* * * * *' },
  { task: 'chase_silent_needs', match: '* * * * *' },
  { task: 'finish_signups', match: '* * * * *' },
  { task: 'end_unfit_signups', match: '* * * * *' },
  { task: 'end_abandoned_consultations', match: '* * * * *' },
  { task: 'give_on_consultations', match: '* * * * *' },
  { task: 'take_visit_rosters', match: '*/5 * * * *' },
  { task: 'freeze_visit_months', match: '*/5 * * * *' },
  { task: 'tell_unseen', match: '*/5 * * * *' },
  { task: 'tell_asked_family', match: '*/10 * * * *' },
  { task: 'return_referrals', match: '* * * * *' },
  { task: 'remind_of_meetings', match: '* * * * *' },
  { task: 'escalate_follow_ups', match: '* * * * *' },
  { task: 'settle_lines', match: '* * * * *' },
  { task: 'finish_freezes', match: '* * * * *' },
  { task: 'finish_leaving', match: '* * * * *' },
  { task: 'watch_children', match: '* * * * *' },
  // From seven to ten in the evening in Shanghai.
  { task: 'remind_of_bookings', match: '*/5 11-13 * * *' },
  { task: 'complete_ended', match: '*/5 * * * *' },
  { task: 'close_programmes', match: '* * * * *' },
  { task: 'close_surveys', match: '*/5 * * * *' },
  // Midnight in Shanghai is 16:00; every five minutes, so that a worker that was down then still does it.
  { task: 'take_survey_mornings', match: '*/5 * * * *' },
  { task: 'complete_enrolments', match: '*/5 * * * *' },
  { task: 'fill_classes', match: '*/5 * * * *' },
  { task: 'invite_to_rate', match: '*/10 * * * *' },
  { task: 'check_overdue_texts', match: '*/10 * * * *' },
  { task: 'close_rating_months', match: '5 * * * *' },
  // From eight in the morning in Shanghai on, so that nobody is woken.
  { task: 'tell_of_papers', match: '*/10 0-12 * * *' },
  { task: 'forget_files', match: '*/10 * * * *' },
  { task: 'forget_photos', match: '*/10 * * * *' },
  { task: 'remove_orphans', match: '41 18 * * *' },
  // The clock of cron is UTC: this is 03:17 in Shanghai.
  { task: 'forget_old', match: '17 19 * * *' },
]

/** Batch after batch until one is empty. */
async function all(batch: () => Promise<number>): Promise<void> {
  while ((await batch()) > 0);
}
