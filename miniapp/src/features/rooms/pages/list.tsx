import type { FoundRoom } from '@linli/contracts/room-search'
import { useState } from 'react'
import { type Community, useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { dayOf } from '../../../shared/time/shanghai'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Listed } from '../../../shared/ui/answers/listed'
import { Page } from '../../../shared/ui/page/page'
import { useFoundRooms, useMine } from '../api'
import { Favourites } from '../components/favourites'
import { FoundRooms, LeftOut } from '../components/found-groups'
import { Questions } from '../components/questions'
import { leavesOut, openQuestion, type Question, widened } from '../question'
import { roomsText } from '../text'

export default function RoomListPage() {
  const community = useCommunity()
  return (
    <Page title={roomsText.title}>
      {community === null ? (
        <Blank picture="map" title={roomsText.pickCommunity} help={roomsText.pickCommunityHelp}>
          <Button to={pages.communities}>{roomsText.choose}</Button>
        </Blank>
      ) : (
        <Rooms community={community} />
      )}
    </Page>
  )
}

function Rooms({ community }: { community: Community }) {
  const [question, setQuestion] = useState(openQuestion)
  const now = useNow()
  const query = useFoundRooms(community.code, question)
  const mine = useMine()
  const first = mine.isAwaited ? undefined : query.data?.pages[0]
  // Together with the list, so that neither moves the other.
  const isThere = first !== undefined || query.isError
  const widen = () => setQuestion(widened(question))
  return (
    <>
      <Questions question={question} day={first?.day ?? dayOf(now)} now={now} onChange={setQuestion} />
      {mine.data !== undefined && isThere && openQuestionOnly(question) && (
        <Favourites mine={mine.data} now={now} />
      )}
      <Listed
        query={mine.isAwaited ? { ...query, data: undefined, isError: false } : query}
        blocks={[420, 112, 112, 112]}
        of={(page) => page.rooms}
        none={<None clear={widen} />}
      >
        {(rooms) =>
          first !== undefined && (
            <FoundRooms
              rooms={onlyOnce(rooms)}
              counts={first}
              asked={{ question, day: first.day, centre: first.centre, now }}
            />
          )
        }
      </Listed>
      {first !== undefined && <LeftOut found={first} question={question} widen={widen} />}
      {first?.centre != null && (
        <Box as="p" className="muted">
          {roomsText.found.farFrom(community.name)}
        </Box>
      )}
    </>
  )
}

/** What somebody likes stands first until they look for something. */
const openQuestionOnly = (question: Question): boolean =>
  question.day === null && question.hours === null && !leavesOut(question)

/** A room that moved down while the list was read on stands where it was first seen. */
function onlyOnce(rooms: readonly FoundRoom[]): FoundRoom[] {
  const seen = new Set<string>()
  return rooms.filter(({ id }) => !seen.has(id) && seen.add(id))
}

const None = ({ clear }: { clear: () => void }) => (
  <Blank picture="find" title={roomsText.empty} help={roomsText.emptyHelp}>
    <Button look="ghost" onTap={clear}>
      {roomsText.clear}
    </Button>
  </Blank>
)
