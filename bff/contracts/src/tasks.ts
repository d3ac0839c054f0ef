/** Tasks: what volunteers are asked to do (docs/tasks.md). */
import * as z from 'zod/mini'
import { askedInstant, communityCode, cursor, divisionCode, id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'
import { signupState } from './signup-case'
import { paperKind, skill } from './volunteer-case'

/** How far ahead a task can begin, in days; how often one repeats. */
export const taskDaysAhead = 120
/** How long a task lasts at most, and how much one person does in a day: nobody is looked for who may not come. */
export const taskHours = 8
export const taskRepeats = 26
/** Shifts of one event: how many in all, and within how many days. */
export const taskShifts = 12
export const shiftDays = 14

export const taskKind = z.enum([
  'meal',
  'cleaning',
  'medical',
  'mobility',
  'company',
  'tutoring',
  'event',
  'emergency',
  'other',
])
export type TaskKind = z.infer<typeof taskKind>

/** Why a task stands where it stands in somebody's list, and why they cannot sign up; the app has the words. */
export const fitReason = z.enum([
  'own_team',
  'own_community',
  'near',
  'free_then',
  'has_skill',
  'few_chances',
])
export type FitReason = z.infer<typeof fitReason>
export const taskObstacle = z.enum([
  'not_a_volunteer',
  'skill_missing',
  'paper_missing',
  'adults_only',
  'too_late_in_the_day',
  'other_task_then',
  'rest_needed',
  'opens_later',
  'own_need',
  'not_in_team',
  'began',
])
export type TaskObstacle = z.infer<typeof taskObstacle>

export const taskSummary = z.object({
  id,
  community: communityCode,
  communityName: z.string(),
  kind: taskKind,
  title: z.string(),
  /** Where everybody meets; null: somebody's home, told to whoever stands by it. */
  place: z.nullable(z.string()),
  startsAt: instant,
  endsAt: instant,
  places: z.int(),
  taken: z.int(),
  waiting: z.int(),
  skill: z.nullable(skill),
  paper: z.nullable(paperKind),
  adultsOnly: z.boolean(),
  twoPeople: z.boolean(),
  /** Until then those who had few chances lately sign up first. */
  opensToAll: instant,
  state: z.enum(['open', 'cancelled']),
  /** The team that is asked, of which its leaders organise it. */
  team: z.nullable(z.object({ id, name: z.string() })),
  /** Nobody else sees it. */
  teamOnly: z.boolean(),
  /** The reader's own signup, or that of a child of theirs. */
  mine: z.array(z.object({ caseId: id, state: signupState, childId: z.nullable(id) })),
})
export type TaskSummary = z.infer<typeof taskSummary>

/** One who can come: the reader, or a child of theirs. */
export const candidate = z.object({
  childId: z.nullable(id),
  nickname: z.nullable(z.string()),
  why: z.array(fitReason),
  obstacles: z.array(taskObstacle),
})
export type Candidate = z.infer<typeof candidate>

export const task = z.extend(taskSummary, {
  about: z.nullable(z.string()),
  candidates: z.array(candidate),
  /** Staff have asked the reader: it is still open, or they said not this time. */
  proposal: z.nullable(z.enum(['open', 'declined'])),
  /** The reader organises it. */
  canManage: z.boolean(),
  /** As a leader of its team, who calls nobody: that goes through the desk. */
  asLeader: z.boolean(),
  /** The need that it serves, for whoever organises it. */
  need: z.nullable(z.object({ id, number: z.string() })),
  communityPhone: z.nullable(z.string()),
})
export type Task = z.infer<typeof task>

export const listTasks = endpoint({
  method: 'GET',
  path: '/communities/:community/tasks',
  summary: 'Open tasks for whoever reads, what fits them first, with the reasons; at most 50',
  params: z.object({ community: communityCode }),
  reply: z.object({
    /** Whether staff have verified the reader, or a child of theirs, as a volunteer. */
    isVolunteer: z.boolean(),
    tasks: z.array(
      z.extend(taskSummary, {
        why: z.array(fitReason),
        /** Staff have asked the reader whether they would like to. */
        proposed: z.boolean(),
      }),
    ),
    now: instant,
  }),
  problems: ['not_found'],
})

export const getTask = endpoint({
  method: 'GET',
  path: '/tasks/:id',
  summary: 'A task, who of the reader can come, and why not',
  params: idParams,
  reply: task,
  problems: ['not_found'],
})

const placesAsked = z.int().check(z.minimum(1), z.maximum(500))

export const newTask = z.object({
  community: communityCode,
  /** The open need that it serves: its home and its person are not typed again. */
  needId: z.nullable(id),
  kind: taskKind,
  title: text(30),
  about: z.nullable(text(500)),
  /** Where everybody meets; null where the need has a home. */
  place: z.nullable(text(60)),
  startsAt: askedInstant,
  endsAt: askedInstant,
  places: placesAsked,
  skill: z.nullable(skill),
  paper: z.nullable(paperKind),
  adultsOnly: z.boolean(),
  twoPeople: z.boolean(),
  /** Of a home: an old person lives there alone, or a child is looked after, so that two go; null where it is no home. */
  homeNeedsTwo: z.nullable(z.boolean()),
  /** Further shifts of the same, each with its own people; none where it repeats every week. */
  shifts: z
    .array(z.object({ startsAt: askedInstant, endsAt: askedInstant, places: placesAsked }))
    .check(z.maxLength(taskShifts - 1)),
  /** Every week at this time, so many times in all. */
  times: z.int().check(z.minimum(1), z.maximum(taskRepeats)),
  /** The team that is asked; a leader asks theirs, and nobody else. */
  teamId: z.optional(z.nullable(id)),
  teamOnly: z.optional(z.boolean()),
})
export type NewTask = z.infer<typeof newTask>

export const createTask = endpoint({
  method: 'POST',
  path: '/tasks',
  summary:
    'Staff ask for volunteers, or a leader their team: one task, one every week, or the shifts of one event',
  body: newTask,
  reply: z.object({ tasks: z.array(taskSummary) }),
  status: 201,
  problems: ['not_found', 'action_not_open', 'task_stands', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const deskTask = z.extend(taskSummary, {
  /** The number of the need that it serves. */
  need: z.nullable(z.object({ id, number: z.string() })),
  /** Of those who came, whose hours are to be confirmed. */
  toConfirm: z.int(),
})
export type DeskTask = z.infer<typeof deskTask>

const deskTasks = {
  query: z.object({ show: z.enum(['coming', 'past']), after: z.optional(cursor) }),
  reply: z.object({ tasks: z.array(deskTask), next: z.nullable(cursor), now: instant }),
} as const

export const listTeamTasks = endpoint({
  ...deskTasks,
  method: 'GET',
  path: '/teams/:id/tasks',
  summary: 'Tasks of a team for its leaders and staff: what is to come, or what is over',
  params: idParams,
  problems: ['not_found'],
})

export const listDeskTasks = endpoint({
  ...deskTasks,
  method: 'GET',
  path: '/divisions/:division/tasks',
  summary:
    'Tasks of a division for its staff: what is to come, the soonest first; what is over, the last first',
  params: z.object({ division: divisionCode }),
  problems: ['not_found'],
})
