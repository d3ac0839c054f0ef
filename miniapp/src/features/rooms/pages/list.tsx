import { useState } from 'react'
import { type Community, useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Listed } from '../../../shared/ui/answers/listed'
import { Page } from '../../../shared/ui/page/page'
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
        <Blank picture="home" title={roomsText.pickCommunity} help={roomsText.pickCommunityHelp}>
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
  const now = useNow()
  const query = useRooms(community.code, filters)
  return (
    <>
      <Filters filters={filters} onChange={setFilters} />
      <Listed
        query={query}
        blocks={[106, 106, 106, 106, 106]}
        of={(page) => page.rooms}
        none={<None clear={() => setFilters(noFilters)} />}
      >
        {(rooms) =>
          rooms.map((room, i) => (
            <Box key={room.id}>
              {rooms[i - 1]?.nearness !== room.nearness && (
                <Box as="h2" className="near">
                  {roomsText.near[room.nearness] ?? ''}
                </Box>
              )}
              <RoomCard room={room} day={filters.day} now={now} />
            </Box>
          ))
        }
      </Listed>
    </>
  )
}

const None = ({ clear }: { clear: () => void }) => (
  <Blank picture="find" title={roomsText.empty} help={roomsText.emptyHelp}>
    <Button look="ghost" onTap={clear}>
      {roomsText.clear}
    </Button>
  </Blank>
)
