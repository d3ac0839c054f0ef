import * as z from 'zod/mini'
import { personName } from './common'
import { callPhone } from './phone'

/** Whom something is for, where somebody else asks; without a number staff call whoever asked. */
export const personServed = z.object({ name: personName, phone: z.nullable(callPhone) })
export type PersonServed = z.infer<typeof personServed>
