/** The register of elders: who is on it, who visits them, and who stands in (docs/visits.md). */
import * as z from 'zod/mini'
import { askedDay, communityCode, day, id, idParams, instant, personName, text } from './common'
import { endpoint } from './endpoint'
import { callPhone } from './phone'
import { familyLink } from './visit-family'
import { elderKind, keptVisit, rosterElder } from './visits'

export const elderState = z.enum(['active', 'refused', 'moved', 'died'])
export type ElderState = z.infer<typeof elderState>

const visitorName = z.nullable(z.object({ id, name: z.string() }))

/** As the staff of the community see them. */
export const listedElder = z.extend(rosterElder, {
  state: elderState,
  visitor: visitorName,
})
export type ListedElder = z.infer<typeof listedElder>

export const listElders = endpoint({
  method: 'GET',
  path: '/visits/elders',
  summary: 'The register of a community for its staff, what presses first; each reading is on record',
  query: z.object({ community: communityCode, show: z.optional(z.enum(['all', 'urgent', 'left'])) }),
  reply: z.object({ today: day, elders: z.array(listedElder) }),
  problems: ['not_found'],
})

export const elderPage = z.extend(listedElder, {
  since: day,
  refusedUntil: z.nullable(day),
  listedOn: day,
  together: z.array(z.object({ id, name: z.string() })),
  visits: z.array(keptVisit),
  family: z.array(familyLink),
  /** Who has read what is tagged, the newest first. */
  readers: z.array(z.object({ at: instant, reader: z.string() })),
  can: z.object({ record: z.boolean(), manage: z.boolean() }),
})
export type ElderPage = z.infer<typeof elderPage>

export const getElder = endpoint({
  method: 'GET',
  path: '/visits/elders/:id',
  summary: 'One elder with all visits, for staff of the community and whoever visits; leaves a record',
  params: idParams,
  reply: elderPage,
  problems: ['not_found'],
})

const emergency = z.object({ name: personName, phone: callPhone })

export const elderContact = z.object({
  phone: z.nullable(z.string()),
  address: z.nullable(z.string()),
  emergency: z.nullable(z.object({ name: z.string(), phone: z.string() })),
})
export type ElderContact = z.infer<typeof elderContact>

export const readElderContact = endpoint({
  method: 'GET',
  path: '/visits/elders/:id/contact',
  summary: 'Telephone, address and whom to call; leaves an access record',
  params: idParams,
  reply: elderContact,
  problems: ['not_found'],
})

const writtenElder = {
  name: personName,
  kind: elderKind,
  phone: z.nullable(callPhone),
  address: z.nullable(text(80)),
  emergency: z.nullable(emergency),
  /** With whom they live: an elder of the same community. */
  livesWith: z.nullable(id),
}

export const addElder = endpoint({
  method: 'POST',
  path: '/visits/elders',
  summary: 'Staff put somebody on the register; they stand on the roster from today on',
  body: z.object({ community: communityCode, ...writtenElder, visitor: z.nullable(id) }),
  reply: elderPage,
  status: 201,
  problems: ['not_found', 'elder_listed_already', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const changeElder = endpoint({
  method: 'POST',
  path: '/visits/elders/:id',
  summary: 'Staff change what is written of an elder',
  params: idParams,
  body: z.object(writtenElder),
  reply: elderPage,
  problems: ['not_found', 'elder_listed_already', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const setElderState = endpoint({
  method: 'POST',
  path: '/visits/elders/:id/state',
  summary: 'Moved away, died, refuses until a day, or is visited again',
  params: idParams,
  body: z.object({ state: elderState, since: askedDay, until: z.nullable(askedDay) }),
  reply: elderPage,
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const assignVisitor = endpoint({
  method: 'POST',
  path: '/visits/elders/:id/visitor',
  summary: 'Who visits this elder, or nobody yet',
  params: idParams,
  body: z.object({ visitor: z.nullable(id) }),
  reply: elderPage,
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const visitor = z.object({
  id,
  name: z.string(),
  /** How many elders are theirs. */
  elders: z.number(),
  cover: z.nullable(z.object({ id, name: z.string(), from: day, to: day })),
})
export type Visitor = z.infer<typeof visitor>

export const listVisitors = endpoint({
  method: 'GET',
  path: '/visits/visitors',
  summary: 'Staff and grid workers of a community, how many elders each visits, and who stands in',
  query: z.object({ community: communityCode }),
  reply: z.object({ visitors: z.array(visitor) }),
  problems: ['not_found'],
})

export const coverVisitor = endpoint({
  method: 'POST',
  path: '/visits/covers',
  summary: 'Somebody stands in for a visitor who is away; with null nobody does any more',
  body: z.object({
    community: communityCode,
    visitor: id,
    cover: z.nullable(id),
    from: askedDay,
    to: askedDay,
  }),
  reply: z.object({ visitors: z.array(visitor) }),
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})
