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
  problems: ['not_found', 'contact_not_justified', 'second_volunteer_missing'],
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

export const readRoll = endpoint({
  method: 'GET',
  path: '/tasks/:id/roll',
  summary: 'Who comes, by name, for the organiser; leaves an access record with each of them',
  params: idParams,
  reply: z.object({ people: z.array(rollEntry), now: instant }),
  problems: ['not_found', 'not_allowed'],
})

export const attendanceWay = z.enum(['in', 'out'])

export const markAttendance = endpoint({
  method: 'POST',
  path: '/tasks/:id/attendance',
  summary: "The organiser's list: who came and went, once each however often it is said",
  params: idParams,
  body: z.object({
    marks: z
      .array(z.object({ caseId: id, way: attendanceWay, at: askedInstant }))
      .check(z.minLength(1), z.maxLength(200)),
  }),
  reply: z.object({ kept: z.int() }),
  problems: ['not_found', 'not_allowed', 'idempotency_key_reused'],
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

/** Days within which hours can be objected to. */
export const disputeDays = 30
