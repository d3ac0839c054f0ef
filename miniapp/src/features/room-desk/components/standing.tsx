import type { RoomPlanned } from '@linli/contracts/room-desk'
import { purposeWord } from '@linli/contracts/words'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { Row } from '../../../shared/ui/row'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useAhead, useRestore, useRetire } from '../api'
import { doorText } from '../door-text'
import { listText, roomText as text } from '../text'

/** What stands in a room, without anybody's name; its closures; and whether it is in use at all. */
export function Standing({ room, asStaff }: { room: RoomPlanned; asStaff: boolean }) {
  const ahead = useAhead(room.id)
  return (
    <>
      <Card title={text.ahead}>
        <Answered query={ahead} blocks={[60]}>
          {({ bookings, total }) => (
            <>
              <Box className="muted">{total === 0 ? text.aheadNone : text.aheadCount(total)}</Box>
              {bookings.slice(0, 20).map((one) => (
                <Row
                  key={one.caseId}
                  title={spanWords(one.startsAt, one.endsAt, Date.now())}
                  under={`${one.number} · ${purposeWord[one.purpose]} · ${listText.people(one.attendees)}`}
                  {...(asStaff ? { to: pages.deskCase(one.caseId) } : {})}
                />
              ))}
            </>
          )}
        </Answered>
        <Row title={text.closures} under={text.closuresHelp} to={pages.closures(room.id)} />
        <Row title={doorText.row} under={doorText.rowHelp} to={pages.roomDoor(room.id)} />
      </Card>
      <InUse room={room} mark={ahead.data?.mark ?? ''} standing={ahead.data?.total ?? 0} />
    </>
  )
}

/** @param mark of the bookings that are shown: these and no others are acknowledged */
function InUse({ room, mark, standing }: { room: RoomPlanned; mark: string; standing: number }) {
  const [asking, setAsking] = useState(false)
  const retire = useRetire(() => {
    setAsking(false)
    say(text.retiredNow)
  })
  const restore = useRestore(() => say(text.restored))
  const params = { id: room.id }
  if (room.retired)
    return (
      <Card>
        <Box>{text.retired}</Box>
        <Refusal problem={restore.error} />
        <Button busy={restore.isPending} onTap={() => restore.mutate({ params, body: {} })}>
          {text.restore}
        </Button>
      </Card>
    )
  const body = { version: room.version, ...(mark !== '' && { acknowledged: mark }) }
  return (
    <Card>
      <Box className="muted">{text.retireHelp}</Box>
      <Button look="danger" onTap={() => setAsking(true)}>
        {text.retire}
      </Button>
      {asking && (
        <ConfirmSheet
          title={text.retire}
          lines={standing > 0 ? [text.aheadCount(standing), ...text.retireLines] : text.retireLines}
          yes={text.retireSure}
          no={text.retireKeep}
          problem={retire.error}
          busy={retire.isPending}
          onYes={() => retire.mutate({ params, body })}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}
