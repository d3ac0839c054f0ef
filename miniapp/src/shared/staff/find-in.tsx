import type { Grant } from '@linli/contracts/identity'
import { FindField } from './find-field'
import { isUnit } from './grants'

/** The field, for whoever works or watches in the division: a partner unit finds its bookings in their list. */
export const FindIn = ({ grant }: { grant: Grant }) =>
  isUnit(grant) ? null : <FindField division={grant.division} />
