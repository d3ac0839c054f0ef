import * as z from 'zod/mini'
import { askedDay, communityCode, day, divisionCode, id, idParams, instant, text } from './common'
import { digitCode } from './digits'
import { endpoint } from './endpoint'

/** Duties: who looks after which class on which days. */
export const duty = z.object({
  id,
  accountId: id,
  name: z.string(),
  classNo: z.number(),
  leader: z.boolean(),
  startsOn: day,
  endsOn: day,
  weekdays: z.array(z.number()),
})
export type Duty = z.infer<typeof duty>

export const listDuties = endpoint({
  method: 'GET',
  path: '/programmes/:id/duties',
  summary: 'The duty plan of a programme, and the carers of the community who can be put on it',
  params: idParams,
  reply: z.object({
    duties: z.array(duty),
    carers: z.array(z.object({ accountId: id, name: z.string() })),
    carersNeeded: z.number(),
  }),
  problems: ['not_found'],
})

export const addDuty = endpoint({
  method: 'POST',
  path: '/programmes/:id/duties',
  summary: 'Put a carer on duty for a class',
  params: idParams,
  body: z
    .object({
      accountId: id,
      classNo: z.int().check(z.minimum(1), z.maximum(10)),
      leader: z.boolean(),
      startsOn: askedDay,
      endsOn: askedDay,
      weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
    })
    .check(z.refine((b) => b.startsOn <= b.endsOn, { error: 'ends_before_start', path: ['endsOn'] })),
  reply: duty,
  status: 201,
  problems: ['not_found', 'not_allowed', 'duty_impossible', 'carer_twice', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const endDuty = endpoint({
  method: 'DELETE',
  path: '/duties/:id',
  summary: 'Take a carer off duty from now on',
  params: idParams,
  reply: z.object({}),
  problems: ['not_found', 'not_allowed', 'leader_needed'],
  repeatable: 'natural',
})

export const changeLeader = endpoint({
  method: 'POST',
  path: '/duties/:id/leader',
  summary:
    'From now on somebody else leads the class on the same days, in one step; who led may stay as a carer',
  params: idParams,
  body: z.object({ accountId: id, stays: z.boolean() }),
  reply: duty,
  status: 201,
  problems: [
    'not_found',
    'not_allowed',
    'action_not_open',
    'duty_impossible',
    'carer_twice',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

/** The shared tablet. */
export const careDevice = z.object({
  id,
  name: z.string(),
  community: communityCode,
  pairedAt: instant,
  lastUsedAt: z.nullable(instant),
})
export type CareDevice = z.infer<typeof careDevice>

export const listCareDevices = endpoint({
  method: 'GET',
  path: '/desk/care-devices',
  summary: 'The paired tablets of a division',
  query: z.object({ division: divisionCode }),
  reply: z.object({ devices: z.array(careDevice) }),
  problems: ['not_found'],
})

export const makePairingCode = endpoint({
  method: 'POST',
  path: '/desk/care-devices/pairing-codes',
  summary: 'A code of eight digits with which a tablet is paired within ten minutes',
  body: z.object({ community: communityCode }),
  reply: z.object({ code: z.string(), expiresAt: instant }),
  status: 201,
  problems: ['not_found', 'not_allowed'],
})

export const pairCareDevice = endpoint({
  method: 'POST',
  path: '/care/devices',
  summary: 'Pair this tablet: it gets a token that opens nothing by itself',
  body: z.object({ code: digitCode(8), name: text(20) }),
  reply: z.object({ deviceId: id, deviceToken: z.string(), communityName: z.string() }),
  status: 201,
  problems: ['pairing_code_wrong'],
})

export const unpairCareDevice = endpoint({
  method: 'DELETE',
  path: '/desk/care-devices/:id',
  summary: 'Unpair a tablet: whoever is signed in on it is signed out at once',
  params: idParams,
  reply: z.object({}),
  problems: ['not_found', 'not_allowed'],
  repeatable: 'natural',
})

const device = { deviceId: id, deviceToken: z.string().check(z.regex(/^[\w-]{43}$/)) }

export const listDeviceCarers = endpoint({
  method: 'POST',
  path: '/care/devices/carers',
  summary: 'Who is on duty today and can enter by PIN on this tablet',
  body: z.object(device),
  reply: z.object({
    communityName: z.string(),
    carers: z.array(z.object({ accountId: id, name: z.string(), hasPin: z.boolean() })),
  }),
  problems: ['device_not_paired'],
})

/** A session of the tablet: today's list and nothing else, until the end of the day. */
export const enterByPin = endpoint({
  method: 'POST',
  path: '/care/devices/sessions',
  summary:
    'A carer enters on a paired tablet by PIN; five wrong ones lock that carer out of that tablet for a quarter of an hour',
  body: z.object({ ...device, accountId: id, pin: digitCode(6) }),
  reply: z.object({
    accessToken: z.string(),
    expiresAt: instant,
    /** Names of other tablets on which the carer is in, too. */
    alsoOn: z.array(z.string()),
  }),
  status: 201,
  problems: ['device_not_paired', 'pin_wrong', 'pin_locked', 'not_on_duty'],
})

export const setPin = endpoint({
  method: 'POST',
  path: '/me/care-pin',
  summary: 'A carer sets the PIN for the tablets',
  body: z.object({ pin: digitCode(6) }),
  reply: z.object({}),
  problems: ['not_allowed', 'pin_too_simple'],
  repeatable: 'natural',
})

/** Wrong PINs lock one carer out of one tablet; the duty leader and staff let them in again. */
const pad = z.object({ deviceId: id, accountId: id })
export const pinLock = z.object({
  ...pad.shape,
  device: z.string(),
  name: z.string(),
  lockedUntil: instant,
})
export type PinLock = z.infer<typeof pinLock>

export const listPinLocks = endpoint({
  method: 'GET',
  path: '/care/pin-locks',
  summary: 'Who is locked out of which tablet, for the duty leaders of today and staff',
  reply: z.object({ locks: z.array(pinLock) }),
})

export const unlockPin = endpoint({
  method: 'POST',
  path: '/care/pin-locks/unlock',
  summary: 'Let a carer try again on a tablet',
  body: pad,
  reply: z.object({ locks: z.array(pinLock) }),
  problems: ['not_found'],
  repeatable: 'natural',
})
