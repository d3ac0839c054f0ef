/** When rooms are used, by weekday and hour, for those who run them and those who watch (docs/room-use.md). */
import * as z from 'zod/mini'
import { askedDay, day, divisionCode, id } from './common'
import { endpoint } from './endpoint'

/** Days that one question spans at most: a year. */
export const useDays = 366

/** Minutes by the hour of the day: 24 of each. More than what was open is used where something stood in a closure. */
export const useHours = z.object({ open: z.array(z.int()), used: z.array(z.int()) })
export type UseHours = z.infer<typeof useHours>

export const useRow = z.object({
  /** A room, or a division below. */
  of: z.enum(['room', 'division']),
  /** The room's id, or the division's code. */
  key: z.string(),
  name: z.string(),
  /** Of a room. */
  facilityName: z.nullable(z.string()),
  retired: z.boolean(),
  hours: useHours,
})
export type UseRow = z.infer<typeof useRow>

const params = z.object({ division: divisionCode })
const query = z.object({
  /** The first and the last day; the four weeks before today when it is not said. Days that are not over are not counted. */
  from: z.optional(askedDay),
  to: z.optional(askedDay),
  /** One building, or one room. */
  facility: z.optional(id),
  room: z.optional(id),
})

export const readRoomUse = endpoint({
  method: 'GET',
  path: '/divisions/:division/room-use',
  summary:
    'Hours that rooms were open and used, by weekday and hour, of a division and of each room or division below; for staff and supervisors',
  params,
  query,
  reply: z.object({
    division: divisionCode,
    name: z.string(),
    fromDay: day,
    /** The last day that is counted; before `fromDay` where none of them is over. */
    toDay: day,
    /** Monday to Sunday, all that is asked for together. */
    week: z.array(useHours),
    /** In the order of the register. */
    rows: z.array(useRow),
    /** What a community has to choose from; of wider divisions none. */
    facilities: z.array(z.object({ id, name: z.string() })),
  }),
  problems: ['not_found'],
})

export const exportRoomUse = endpoint({
  method: 'GET',
  path: '/divisions/:division/room-use/file',
  summary: 'The same as an .xlsx, base64',
  params,
  query,
  reply: z.object({ fileName: z.string(), base64: z.string() }),
  problems: ['not_found', 'tables_enough'],
})
