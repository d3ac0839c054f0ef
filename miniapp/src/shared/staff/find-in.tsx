import type { Grant } from '@linli/contracts/identity'
import { Box } from '../ui/base/box'
import { FindField } from './find-field'
import { isUnit } from './grants'
import { useScope } from './use-scope'

/** The field, for whoever works or watches in the division: a partner unit finds its bookings in their list. */
export const FindIn = ({ grant }: { grant: Grant }) =>
  isUnit(grant) ? null : <FindField division={grant.division} />

/** The same on a page that is about no division: in the first of the reader's; nothing for whoever is no staff. */
export function FindHere() {
  const { grant } = useScope()
  if (grant === null) return null
  return (
    <Box className="find--scoped not-on-paper">
      <FindField division={grant.division} />
    </Box>
  )
}
