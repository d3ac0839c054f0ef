/** Registering as a volunteer, and what staff decide about it (docs/volunteers.md). */
import * as z from 'zod/mini'
import { noteText } from './case-base'
import { askedDay, communityCode, id, idParams } from './common'
import { endpoint } from './endpoint'
import { paperKind, reach, skill, volunteerDetail, weekTime } from './volunteer-case'

/** Each once, in the order in which they were said. */
const several = <T extends z.ZodMiniType>(of: T, most: number) =>
  z.array(of).check(
    z.minLength(1),
    z.maxLength(most),
    z.refine((all: readonly unknown[]) => new Set(all).size === all.length, 'twice'),
  )

export const availability = z.object({ skills: several(skill, 10), times: several(weekTime, 21), reach })
export type Availability = z.infer<typeof availability>

export const askedVolunteer = z.extend(availability, {
  community: communityCode,
  /** A child whom its guardian registers; null: oneself, who says that they are 18. */
  childId: z.nullable(id),
  rulesVersion: z.int().check(z.minimum(1)),
})
export type AskedVolunteer = z.infer<typeof askedVolunteer>

export const registerVolunteer = endpoint({
  method: 'POST',
  path: '/volunteers',
  summary: 'Somebody registers as a volunteer, or their child; staff owe an answer',
  body: askedVolunteer,
  reply: volunteerDetail,
  status: 201,
  problems: [
    'not_found',
    'volunteer_already',
    'volunteer_name_needed',
    'volunteer_phone_needed',
    'volunteer_rules_outdated',
    'volunteer_age',
    'guardian_not_verified',
    'child_frozen',
    'consent_needed',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const readVolunteerName = endpoint({
  method: 'GET',
  path: '/volunteers/:id/name',
  summary: 'What a child that volunteers is called, for staff with an open case; leaves an access record',
  params: idParams,
  reply: z.object({ name: z.string() }),
  problems: ['not_found', 'contact_not_justified'],
})

const decision = {
  method: 'POST',
  params: idParams,
  reply: volunteerDetail,
  problems: ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'],
  repeatable: 'key',
} as const
const noted = z.object({ note: noteText })

export const verifyVolunteer = endpoint({
  ...decision,
  path: '/volunteers/:id/verify',
  summary: 'Staff have seen who it is: of two at once, one does',
  body: z.object({}),
})
export const refuseVolunteer = endpoint({
  ...decision,
  path: '/volunteers/:id/refuse',
  summary: 'Staff refuse, with the reason that the person reads',
  body: noted,
})
export const endVolunteer = endpoint({
  ...decision,
  path: '/volunteers/:id/end',
  summary: 'Staff end it, with the reason that the person reads',
  body: noted,
})
export const cancelVolunteer = endpoint({
  ...decision,
  path: '/volunteers/:id/cancel',
  summary: 'The person takes it back before staff have answered',
  body: z.object({}),
})
export const leaveVolunteers = endpoint({
  ...decision,
  path: '/volunteers/:id/leave',
  summary: 'The person is a volunteer no more',
  body: z.object({}),
})
export const changeAvailability = endpoint({
  ...decision,
  path: '/volunteers/:id/availability',
  summary: 'What the person can do, when and how far, from now on; staff need not look again',
  body: availability,
})
export const addPaper = endpoint({
  ...decision,
  path: '/volunteers/:id/papers',
  summary: 'Staff have seen a paper; one of the same kind takes the place of the one before',
  body: z.object({ kind: paperKind, validUntil: askedDay }),
  problems: [...decision.problems, 'paper_over'],
})
export const revokePaper = endpoint({
  ...decision,
  path: '/volunteers/:id/papers/revoke',
  summary: 'A paper counts no more',
  body: z.object({ paperId: id }),
})
