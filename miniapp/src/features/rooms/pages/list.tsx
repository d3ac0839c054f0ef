import { useState } from 'react'
import { type Community, useCommunity } from '../../../shared/community'
import { pages } from '../../../shared/pages'
import { Box } from '../../../shared/ui/base/box'
import { Age } from '../../../shared/ui/answered'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Failure } from '../../../shared/ui/failure'
import { Page } from '../../../shared/ui/page'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import { type RoomFilters, useRooms } from '../api'
import { Filters } from '../components/filters'
import { RoomCard } from '../components/room-card'
import { roomsText } from '../text'

const noFilters: RoomFilters = { purpose: null, capacity: null, stepFree: false, day: null }

export default function RoomListPage() {
  const community = useCommunity()
  return (
    <Page title={roomsText.title}>
      {community === null ? (
        <Blank icon="place" title={roomsText.pickCommunity} help={roomsText.pickCommunityHelp}>
          <Button to={pages.communities}>{roomsText.choose}</Button>
        </Blank>
      ) : (
        <Rooms community={community} />
      )}
    </Page>
  )
}

function Rooms({ community }: { community: Community }) {
  const [filters, setFilters] = useState(noFilters)
  const query = useRooms(community.code, filters)
  const rooms = query.data?.pages.flatMap((page) => page.rooms) ?? []
  return (
    <>
      <Filters filters={filters} onChange={setFilters} />
      {query.isError && query.data === undefined && (
        <Failure problem={query.error} again={() => void query.refetch()} />
      )}
      {query.isPending && <Skeleton blocks={[106, 106, 106, 106, 106]} />}
      {query.data !== undefined && <Age of={query} />}
      {query.data !== undefined && rooms.length === 0 && (
        <Blank icon="search" title={roomsText.empty} help={roomsText.emptyHelp}>
          <Button look="ghost" onTap={() => setFilters(noFilters)}>
            {roomsText.clear}
          </Button>
        </Blank>
      )}
      {rooms.map((room, i) => (
        <Box key={room.id}>
          {rooms[i - 1]?.nearness !== room.nearness && (
            <Box as="h2" className="near">
              {roomsText.near[room.nearness] ?? ''}
            </Box>
          )}
          <RoomCard room={room} day={filters.day} />
        </Box>
      ))}
      {query.hasNextPage && (
        <Button look="ghost" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </>
  )
}
