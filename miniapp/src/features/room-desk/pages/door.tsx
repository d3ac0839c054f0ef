import '../components/room-desk.css'
import '../../../shared/files/print.css'
import type { RoomDoor } from '@linli/contracts/check-in'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { printPage } from '../../../shared/files/print-page'
import { Answered } from '../../../shared/ui/answers/answered'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { SvgImage } from '../../../shared/ui/base/svg-image'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useDoor, useRenewDoor } from '../api'
import { doorText as text } from '../door-text'
import { FindHere } from '../../../shared/staff/find-in'

/** What hangs at the door of a room: a picture that any camera opens. */
export default function RoomDoorPage() {
  const { id = '' } = useRouter().params
  const query = useDoor(id)
  return (
    <Page title={text.title}>
      <Answered query={query} blocks={[400, 60]}>
        {(door) => <Door door={door} />}
      </Answered>
    </Page>
  )
}

function Door({ door }: { door: RoomDoor }) {
  const [asking, setAsking] = useState(false)
  const renew = useRenewDoor(() => {
    setAsking(false)
    say(text.renewed)
  })
  const { roomId, number, roomName, facilityName, communityName, floor, link } = door
  return (
    <>
      <FindHere />
      <Box className="rd-door on-paper">
        <Box as="h2" className="title">
          {roomName}
        </Box>
        <Box className="muted">{[communityName, `${facilityName}${floor ?? ''}`].join(' · ')}</Box>
        <SvgImage
          className="rd-door__picture"
          svg={renderSVG(link, { border: 2 })}
          label={text.picture(roomName)}
        />
        <Box className="strong">{text.words}</Box>
        <Box className="muted">{text.small}</Box>
      </Box>
      <Box className="stack not-on-paper">
        {printPage !== null && <Button onTap={() => printPage?.('page')}>{text.print}</Button>}
        <Refusal problem={renew.error} />
        <Button look="ghost" busy={renew.isPending} onTap={() => setAsking(true)}>
          {text.renew}
        </Button>
      </Box>
      {asking && (
        <ConfirmSheet
          {...text.sure}
          busy={renew.isPending}
          problem={renew.error}
          onYes={() => renew.mutate({ params: { id: roomId }, body: { number } })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
