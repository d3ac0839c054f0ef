import '../components/room-desk.css'
import type { RoomPlanned } from '@linli/contracts/room-desk'
import { useRouter } from '@tarojs/taro'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { worksOver } from '../../../shared/staff/grants'
import { Answered } from '../../../shared/ui/answers/answered'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { useRoomPlan } from '../api'
import { Basics } from '../components/basics'
import { Changes } from '../components/changes'
import { HitsSheet } from '../components/hits-sheet'
import { Hours } from '../components/hours'
import { Photos } from '../components/photos'
import { Rules } from '../components/rules'
import { Standing } from '../components/standing'
import { listText, roomText as text } from '../text'
import { useRoomForm } from '../use-room-form'
import { FindHere } from '../../../shared/staff/find-in'

/** One room as its community plans it; without an id a new one of a facility. */
export default function EditRoomPage() {
  const { id = '', facility = '' } = useRouter().params
  const query = useRoomPlan(id, id !== '')
  if (id === '')
    return (
      <Page title={text.newTitle} wide>
        <Editor room={null} facility={facility} />
      </Page>
    )
  return (
    <Page title={text.title} wide>
      <Answered query={query} blocks={[200, 200, 200]}>
        {(room) => <Editor key={`${room.id}${room.retired}`} room={room} facility={room.facility.id} />}
      </Answered>
    </Page>
  )
}

function Editor({ room, facility }: { room: RoomPlanned | null; facility: string }) {
  const me = useMe()
  const editing = useRoomForm(room, facility, ({ id }) => room === null && replaceWith(pages.editRoom(id)))
  const asStaff = room !== null && worksOver(me, room.facility.community)
  return (
    <Box className="rd">
      <FindHere />
      <Lead picture={room?.kind ?? 'room'} place={room !== null} title={room?.name}>
        {room?.facility.name ?? text.lead}
      </Lead>
      {room?.retired !== true && (
        <>
          <Box className="rd__form">
            <Basics editing={editing} />
            <Hours editing={editing} />
            <Rules editing={editing} />
          </Box>
          <Refusal problem={editing.hits === null ? editing.problem : null}>
            {editing.readAgain !== null && <Button onTap={editing.readAgain}>{listText.readAgain}</Button>}
          </Refusal>
          <Button busy={editing.busy} onTap={editing.save}>
            {text.save}
          </Button>
        </>
      )}
      {room !== null && (
        <Box className="rd__form">
          <Photos room={room} />
          <Standing room={room} asStaff={asStaff} />
          <Changes room={room.id} />
        </Box>
      )}
      {editing.hits !== null && (
        <HitsSheet
          hits={editing.hits}
          busy={editing.busy}
          asStaff={asStaff}
          onYes={() => editing.write(editing.hits?.mark)}
          onClose={editing.putOff}
        />
      )}
    </Box>
  )
}
