/** Signing up for a task, coming, and the hours of it (docs/tasks.md). */
import * as z from 'zod/mini'
import { noteText } from './case-base'
import { askedInstant, id, idParams, instant } from './common'
import { endpoint } from './endpoint'
import { signupDetail, signupState } from './signup-case'

const decision = {
  method: 'POST',
  params: idParams,
  reply: signupDetail,
  repeatable: 'key',
} as const
const decisionProblems = ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'] as const

export const signUpForTask = endpoint({
  ...decision,
  path: '/tasks/:id/signups',
  summary: 'One tap: a place, or a place in line',
  /** A child whose guardian signs it up; null: the reader. */
  body: z.object({ childId: z.nullable(id) }),
  status: 201,
  problems: [
    'not_found',
    'not_a_volunteer',
    'task_over',
    'task_unfit',
    'task_opens_later',
    'task_time_taken',
    'task_rest',
    'task_signed_up',
    'task_moved',
    'task_left_often',
    'idempotency_key_reused',
  ],
})

export const withdrawSignup = endpoint({
  ...decision,
  path: '/signups/:id/withdraw',
  summary: 'The volunteer cannot come: the next in line is asked, and whoever waits for them is told',
  body: z.object({}),
  problems: decisionProblems,
})

export const cancelSignup = endpoint({
  ...decision,
  path: '/signups/:id/cancel',
  summary: 'Staff take somebody off a task, with the reason that they read',
  body: z.object({ note: noteText }),
  problems: decisionProblems,
})

export const callOffTask = endpoint({
  method: 'POST',
  path: '/tasks/:id/call-off',
  summary: 'A task is no longer needed: everybody who signed up or waits is told at once',
  params: idParams,
  body: z.object({}),
  reply: z.object({ told: z.int() }),
  problems: ['not_found', 'not_allowed', 'task_over', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const readTaskPlace = endpoint({
  method: 'GET',
  path: '/signups/:id/place',
  summary:
    'The home in which help is needed, for whoever stands by it until it is over; leaves an access record',
  params: idParams,
  reply: z.object({
    place: z.string(),
    /** From two hours before until the end. */
    phone: z.nullable(z.string()),
    /** From when on the number is shown. */
    phoneFrom: instant,
  }),
  problems: ['not_found', 'contact_not_justified', 'second_volunteer_missing', 'homes_read_enough'],
})

export const rollEntry = z.object({
  caseId: id,
  number: z.string(),
  state: signupState,
  name: z.string(),
  phone: z.nullable(z.string()),
  cameAt: z.nullable(instant),
  leftAt: z.nullable(instant),
  proposed: z.nullable(z.int()),
  halves: z.nullable(z.int()),
})
export type RollEntry = z.infer<typeof rollEntry>

export const readSignupCalendar = endpoint({
  method: 'GET',
  path: '/signups/:id/calendar',
  summary:
    'An entry for a calendar, without a name and without a home; of what was given up, one that takes it out',
  params: idParams,
  reply: z.object({ name: z.string(), calendar: z.string() }),
  problems: ['not_found'],
})

/** How many came and what it comes to, once the names are no longer needed. */
const rollCounts = z.object({ came: z.int(), absent: z.int(), halves: z.int() })
export type RollCounts = z.infer<typeof rollCounts>

export const readRoll = endpoint({
  method: 'GET',
  path: '/tasks/:id/roll',
  summary: 'Who comes, by name, for the organiser; leaves an access record with each of them',
  params: idParams,
  /** Nobody by name once all hours are confirmed, or thirty days after the end: then counts. */
  reply: z.object({
    people: z.array(rollEntry),
    counts: z.nullable(rollCounts),
    /** Whoever is helped by it has said that they were not, which is all of it. */
    unmet: z.boolean(),
    now: instant,
  }),
  problems: ['not_found', 'not_allowed'],
})

export const attendanceWay = z.enum(['in', 'out'])
/** Eight digits, of one half minute (docs/tasks.md › Codes at the door). */
const doorCode = z.string().check(z.regex(/^\d{8}$/))

/** What makes codes without a network: a key, and the service's clock at this moment. */
const codeKey = z.object({ key: z.string(), from: instant, until: instant, now: instant })
export type CodeKey = z.infer<typeof codeKey>

export const giveTaskCodeKey = endpoint({
  method: 'GET',
  path: '/tasks/:id/code-key',
  summary: "The organiser's key: shows codes, and checks those of everybody, without a network",
  params: idParams,
  reply: codeKey,
  problems: ['not_found', 'not_allowed', 'code_not_open'],
})

export const giveSignupCodeKey = endpoint({
  method: 'GET',
  path: '/signups/:id/code-key',
  summary: "A volunteer's own key: shows codes that the organiser reads, without a network",
  params: idParams,
  reply: codeKey,
  problems: ['not_found', 'code_not_open'],
})

export const enterCode = endpoint({
  ...decision,
  path: '/signups/:id/code',
  summary: "The volunteer enters the organiser's code: came, or went",
  body: z.object({ code: doorCode, way: attendanceWay }),
  problems: ['not_found', 'code_not_open', 'code_wrong', 'too_many_requests', 'idempotency_key_reused'],
})

export const markAttendance = endpoint({
  method: 'POST',
  path: '/tasks/:id/attendance',
  summary: "The organiser's list: who came and went, once each however often it is said",
  params: idParams,
  body: z.object({
    marks: z
      .array(
        z.object({
          caseId: id,
          way: attendanceWay,
          at: askedInstant,
          /** The volunteer's own code, as the organiser's device read it; without one it is the list. */
          code: z.optional(doorCode),
        }),
      )
      .check(z.minLength(1), z.maxLength(200)),
  }),
  /** How many of them are known now, whoever said them first; and how many of them stand as they are said here. */
  reply: z.object({ known: z.int(), added: z.int() }),
  problems: ['not_found', 'not_allowed', 'roll_closed', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const creditHours = endpoint({
  ...decision,
  path: '/signups/:id/hours',
  summary: 'The organiser confirms the hours, in half hours',
  body: z.object({ halves: z.int().check(z.minimum(0), z.maximum(24)) }),
  problems: decisionProblems,
})

export const missSignup = endpoint({
  ...decision,
  path: '/signups/:id/absent',
  summary: 'The organiser says that somebody did not come',
  body: z.object({}),
  problems: decisionProblems,
})

export const disputeHours = endpoint({
  ...decision,
  path: '/signups/:id/dispute',
  summary: 'The volunteer objects to the hours, within thirty days',
  body: z.object({ note: noteText }),
  problems: decisionProblems,
})

/** Coming and going are said so long before the start and after the end. */
export const aroundMs = 2 * 3_600_000

const halfHourMs = 1_800_000

/**
 * No travel, and no waiting: what is before the start or after the end is not counted (docs/tasks.md › Hours).
 * @param task and the rest in milliseconds since 1970 @returns half hours
 */
export const halvesBetween = (
  task: { startsAt: number; endsAt: number },
  cameAt: number,
  leftAt: number,
): number =>
  Math.max(0, Math.floor((Math.min(leftAt, task.endsAt) - Math.max(cameAt, task.startsAt)) / halfHourMs))

/** Days within which hours can be objected to. */
export const disputeDays = 30
