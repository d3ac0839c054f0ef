/** All services, and what is asked of cases of any of them. */
import * as z from 'zod/mini'
import { bookingCase, bookingDeclaration, bookingDetail } from './booking-case'
import { caseBase, caseState, detailBase, ownName } from './case-base'
import { type CaseDeclaration, made } from './case-declaration'
import { cursor, divisionCode, id } from './common'
import { endpoint } from './endpoint'
import { enrolmentCase, enrolmentDeclaration, enrolmentDetail } from './enrolment-case'
import { followUpCase, followUpCaseDetail, followUpDeclaration } from './follow-up-case'
import { volunteerCase, volunteerDeclaration, volunteerDetail } from './volunteer-case'
import { signupCase, signupDeclaration, signupDetail } from './signup-case'
import { needCase, needDeclaration, needDetail } from './need-case'
import { consultationCase, consultationDeclaration, consultationDetail } from './consultation-case'

/** Every service is one of these (docs/product.md › Rule 1). */
export const caseType = z.enum([
  'booking',
  'enrolment',
  'follow_up',
  'consultation',
  'need',
  'volunteer',
  'signup',
])
export type CaseType = z.infer<typeof caseType>

export const caseDeclarations: Readonly<Record<CaseType, CaseDeclaration>> = /* @__PURE__ */ made(() => ({
  booking: bookingDeclaration,
  enrolment: enrolmentDeclaration,
  follow_up: followUpDeclaration,
  consultation: consultationDeclaration,
  need: needDeclaration,
  volunteer: volunteerDeclaration,
  signup: signupDeclaration,
}))

/** A case of a service of a deployment's own. */
const ownCase = z.extend(caseBase, {
  type: ownName,
  state: caseState,
  facts: z.record(z.string(), z.unknown()),
})

/** What a list shows of a case: one shape a service, told apart by `type`. */
export const caseSummary = z.union([
  bookingCase,
  enrolmentCase,
  followUpCase,
  consultationCase,
  needCase,
  volunteerCase,
  signupCase,
  ownCase,
])
export type CaseSummary = z.infer<typeof caseSummary>

export const caseDetail = z.union([
  bookingDetail,
  enrolmentDetail,
  followUpCaseDetail,
  consultationDetail,
  needDetail,
  volunteerDetail,
  signupDetail,
  z.extend(ownCase, detailBase),
])
export type CaseDetail = z.infer<typeof caseDetail>

const caseList = z.object({ cases: z.array(caseSummary), next: z.nullable(cursor) })

export const listMyCases = endpoint({
  method: 'GET',
  path: '/cases',
  summary: '我的办件: my cases of every type, newest first',
  query: z.object({
    show: z.optional(z.enum(['open', 'done', 'all'])),
    type: z.optional(z.union([caseType, ownName])),
    cursor: z.optional(cursor),
  }),
  reply: caseList,
})

export const getCase = endpoint({
  method: 'GET',
  path: '/cases/:id',
  summary: 'One case with its timeline and what the reader may do',
  params: z.object({ id }),
  reply: caseDetail,
  problems: ['not_found'],
})

export const readContact = endpoint({
  method: 'GET',
  path: '/cases/:id/contact',
  summary:
    "The subject's name and telephone, for staff with an open case, and whose word stands for theirs; leaves an access record",
  params: z.object({ id }),
  reply: z.object({
    name: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    /** Whoever filed it for them, where that was not in an office. */
    proxy: z.nullable(z.object({ name: z.nullable(z.string()), phone: z.nullable(z.string()) })),
  }),
  problems: ['not_found', 'contact_not_justified'],
})

export const deskKind = z.enum(['waiting', 'overdue', 'asked', 'today', 'done'])
export type DeskKind = z.infer<typeof deskKind>

export const deskList = endpoint({
  method: 'GET',
  path: '/desk/cases',
  summary:
    'What waits for staff in a division, by due time; `today` takes place today, `done` ended in the last 30 days',
  query: z.object({
    division: divisionCode,
    show: z.optional(deskKind),
    cursor: z.optional(cursor),
  }),
  reply: z.extend(caseList, {
    counts: z.object({
      waiting: z.number(),
      overdue: z.number(),
      asked: z.number(),
      today: z.number(),
    }),
  }),
  problems: ['not_found'],
})
