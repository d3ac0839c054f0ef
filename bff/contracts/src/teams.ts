/** Teams and organisations of volunteers (docs/volunteers.md › Teams). */
import * as z from 'zod/mini'
import { communityCode, divisionCode, empty, id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'

export const teamKind = z.enum(['team', 'organisation'])
export type TeamKind = z.infer<typeof teamKind>
export const memberState = z.enum(['asked', 'member', 'refused'])
export type MemberState = z.infer<typeof memberState>

/** What everybody may read: how many are in it is said to nobody but its leaders and staff. */
export const team = z.object({
  id,
  kind: teamKind,
  name: z.string(),
  divisionName: z.string(),
  organisation: z.nullable(z.object({ id, name: z.string() })),
  open: z.boolean(),
  /** The reader, and each child of theirs who volunteers, and where they stand in it. */
  mine: z.array(
    z.object({
      childId: z.nullable(id),
      nickname: z.nullable(z.string()),
      state: z.nullable(memberState),
      leads: z.boolean(),
    }),
  ),
})
export type Team = z.infer<typeof team>

export const listTeams = endpoint({
  method: 'GET',
  path: '/communities/:community/teams',
  summary: 'Teams of a community and of its township, and those that the reader is in',
  params: z.object({ community: communityCode }),
  reply: z.object({ teams: z.array(team), isVolunteer: z.boolean() }),
  problems: ['not_found'],
})

export const teamDetail = z.extend(team, {
  division: divisionCode,
  /** The reader leads it, or is staff of its division. */
  canLead: z.boolean(),
  canManage: z.boolean(),
  /** Who waits for an answer; null for whoever does not give one. */
  asking: z.nullable(z.int()),
  communityPhone: z.nullable(z.string()),
})
export type TeamDetail = z.infer<typeof teamDetail>

export const getTeam = endpoint({
  method: 'GET',
  path: '/teams/:id',
  summary: 'A team, and what the reader may do in it',
  params: idParams,
  reply: teamDetail,
  problems: ['not_found'],
})

export const deskTeam = z.object({
  id,
  kind: teamKind,
  name: z.string(),
  divisionName: z.string(),
  organisation: z.nullable(z.object({ id, name: z.string() })),
  open: z.boolean(),
  members: z.int(),
  leaders: z.int(),
  asking: z.int(),
})
export type DeskTeam = z.infer<typeof deskTeam>

export const listDeskTeams = endpoint({
  method: 'GET',
  path: '/divisions/:division/teams',
  summary: 'The teams of a division and of all below it, for its staff',
  params: z.object({ division: divisionCode }),
  reply: z.object({ teams: z.array(deskTeam) }),
  problems: ['not_found'],
})

const naming = z.object({ name: text(30), organisationId: z.nullable(id) })

export const createTeam = endpoint({
  method: 'POST',
  path: '/teams',
  summary: 'Staff make a team of their division',
  body: z.extend(naming, {
    /** A community or a township. */
    division: z.string().check(z.regex(/^(\d{9}|\d{12})$/)),
    kind: teamKind,
  }),
  reply: teamDetail,
  status: 201,
  problems: ['not_found', 'team_name_taken', 'team_organisation', 'idempotency_key_reused'],
  repeatable: 'key',
})

const change = { method: 'POST', params: idParams, reply: teamDetail, repeatable: 'key' } as const

export const changeTeam = endpoint({
  ...change,
  path: '/teams/:id',
  summary: 'Staff call a team otherwise, or give it to an organisation',
  body: naming,
  problems: ['not_found', 'team_closed', 'team_name_taken', 'team_organisation', 'idempotency_key_reused'],
})

export const closeTeam = endpoint({
  ...change,
  path: '/teams/:id/close',
  summary: 'Staff close a team: nobody is in it any more, and what it was asked to do stays',
  body: empty,
  problems: ['not_found', 'team_closed', 'idempotency_key_reused'],
})

export const teamMember = z.object({
  /** Of the registration. */
  caseId: id,
  name: z.string(),
  isMinor: z.boolean(),
  state: z.enum(['asked', 'member']),
  leads: z.boolean(),
  askedAt: instant,
  /** The reader's own, or their child's: somebody else answers. */
  own: z.boolean(),
})
export type TeamMember = z.infer<typeof teamMember>

export const readTeamMembers = endpoint({
  method: 'GET',
  path: '/teams/:id/members',
  summary: 'Who asks and who is in a team, by name, for its leaders and staff; leaves an access record',
  params: idParams,
  reply: z.object({ members: z.array(teamMember) }),
  problems: ['not_found'],
})

/** A child whom its guardian signs up; null: the reader. */
const whose = z.object({ childId: z.nullable(id) })

export const askToJoinTeam = endpoint({
  ...change,
  path: '/teams/:id/members',
  summary: 'A verified volunteer asks to join; its leaders or staff say yes or no',
  body: whose,
  problems: ['not_found', 'not_a_volunteer', 'team_closed', 'idempotency_key_reused'],
})

export const leaveTeam = endpoint({
  ...change,
  path: '/teams/:id/leave',
  summary: 'A member is in the team no more, or asks no more',
  body: whose,
  problems: ['not_found', 'idempotency_key_reused'],
})

export const decideTeamMember = endpoint({
  method: 'POST',
  path: '/teams/:id/members/decide',
  summary: 'A leader or staff say yes or no to somebody who asks: of two at once, one does',
  params: idParams,
  body: z.object({ caseId: id, accept: z.boolean() }),
  reply: z.object({ state: memberState }),
  problems: ['not_found', 'not_allowed', 'team_answered', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const takeOffTeamMember = endpoint({
  method: 'POST',
  path: '/teams/:id/members/take-off',
  summary:
    'A leader takes a member off, or staff anybody but themselves; they hear of it, and stay a volunteer',
  params: idParams,
  body: z.object({ caseId: id }),
  reply: empty,
  problems: ['not_found', 'not_allowed', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const nameTeamLeader = endpoint({
  method: 'POST',
  path: '/teams/:id/leaders',
  summary: 'Staff name a verified adult volunteer a leader, or take them off',
  params: idParams,
  body: z.object({ caseId: id, leads: z.boolean() }),
  reply: z.object({ leads: z.boolean() }),
  problems: ['not_found', 'not_allowed', 'team_closed', 'team_leader_unfit', 'idempotency_key_reused'],
  repeatable: 'key',
})
