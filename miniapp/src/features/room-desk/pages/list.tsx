import '../components/room-desk.css'
import type { DeskFacility, DeskRoom } from '@linli/contracts/room-desk'
import { roomKindWord } from '@linli/contracts/room-words'
import type { Grant } from '@linli/contracts/identity'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { FindIn } from '../../../shared/staff/find-in'
import { isUnit } from '../../../shared/staff/grants'
import { InCommunities } from '../../../shared/staff/in-communities'
import type { Place } from '../../../shared/staff/use-communities'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { Blank } from '../../../shared/ui/answers/blank'
import { Listed } from '../../../shared/ui/answers/listed'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { useFacilities } from '../api'
import { RoomTable } from '../components/table'
import { listText as text } from '../text'

/** The facilities and rooms of a division of mine, or those that my unit runs. */
export default function RoomDeskPage() {
  const scope = useScope('rooms')
  const { grant } = scope
  return (
    <Page title={text.title} wide>
      <Box className="rd">
        <ScopeChoice scope={scope} />
        {grant !== null && (
          <Box className="find--scoped">
            <FindIn key={grant.division} grant={grant} />
          </Box>
        )}
        {grant === null ? (
          <NoScope scope={scope} returnTo={pages.roomDesk} />
        ) : (
          <Shown key={grant.division} grant={grant} />
        )}
      </Box>
    </Page>
  )
}

function Shown({ grant }: { grant: Grant }) {
  const isPartner = isUnit(grant)
  const query = useFacilities(grant.division)
  const empty = isPartner ? (
    <Blank picture="room" title={text.emptyOwn} help={text.emptyOwnHelp} />
  ) : (
    <Blank picture="room" title={text.empty} help={text.emptyHelp} />
  )
  return (
    <>
      {!isPartner && (
        <InCommunities grant={grant}>
          {(communities) => (
            <>
              <Add communities={communities} />
              <RoomTable communities={communities} />
            </>
          )}
        </InCommunities>
      )}
      <Listed query={query} blocks={[160, 160]} of={(page) => page.facilities} none={empty}>
        {(facilities) => (
          <Box className="rd__list">
            {facilities.map((facility) => (
              <Entry key={facility.id} facility={facility} />
            ))}
          </Box>
        )}
      </Listed>
    </>
  )
}

/** A new facility, in the community that is meant. */
function Add({ communities }: { communities: readonly Place[] }) {
  const [choosing, setChoosing] = useState(false)
  const [first] = communities
  if (first !== undefined && communities.length === 1)
    return <Button to={pages.newFacility(first.code)}>{text.add}</Button>
  if (!choosing) return <Button onTap={() => setChoosing(true)}>{text.add}</Button>
  return (
    <Card title={text.addIn}>
      {communities.map(({ code, name }) => (
        <Row key={code} icon="place" title={name} to={pages.newFacility(code)} />
      ))}
    </Card>
  )
}

const Entry = ({ facility }: { facility: DeskFacility }) => (
  <Card title={facility.name}>
    <Row
      icon="place"
      title={facility.address}
      under={[
        facility.communityName,
        ...(facility.owner === null ? [] : [text.owner(facility.owner.name)]),
        ...(facility.position === null ? [text.noPlace] : []),
      ].join(' · ')}
      end={text.edit}
      to={pages.editFacility(facility.id)}
    />
    {facility.rooms.length === 0 && <Box className="muted">{text.noRooms}</Box>}
    {facility.rooms.map((room) => (
      <RoomRow key={room.id} room={room} />
    ))}
    <Button look="plain" to={pages.newRoom(facility.id)}>
      {text.addRoom}
    </Button>
  </Card>
)

const RoomRow = ({ room }: { room: DeskRoom }) => (
  <Row
    picture={room.kind}
    title={room.name}
    under={[
      roomKindWord[room.kind],
      ...(room.floor === null ? [] : [room.floor]),
      text.people(room.capacity),
      text.ahead(room.ahead),
    ].join(' · ')}
    end={room.retired ? <StateTag tone="quiet">{text.retired}</StateTag> : undefined}
    to={pages.editRoom(room.id)}
  />
)
