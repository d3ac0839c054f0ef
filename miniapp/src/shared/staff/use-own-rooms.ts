import { listFacilities } from '@linli/contracts/room-desk'
import { useAnswer } from '../http/use-answer'
import { useMe } from '../session/session'
import { decidesAsUnit } from './grants'

/**
 * In which rooms a partner unit has a say in a community; null for staff, who have it in all of them. Who watches over the
 * community as well has no say for that.
 */
export function useOwnRooms(community: string): readonly string[] | null {
  const isUnit = decidesAsUnit(useMe(), community)
  const { data } = useAnswer(
    listFacilities,
    { params: { division: community }, query: {} },
    { enabled: isUnit },
  )
  if (!isUnit) return null
  return data?.facilities.flatMap(({ rooms }) => rooms.map(({ id }) => id)) ?? []
}
