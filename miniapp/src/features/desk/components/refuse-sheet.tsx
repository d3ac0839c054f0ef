import type { CaseDetail } from '@linli/contracts/cases'
import { useState } from 'react'
import { dayOf } from '../../../shared/time/shanghai'
import { Box } from '../../../shared/ui/base/box'
import { Choice } from '../../../shared/forms/choice'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { useRefuse, useRoomsThere } from '../api'
import { overlap, within } from '../periods'
import { deskText } from '../text'

const none = 'none'

/** A reason, and perhaps another room of the same community that is free then. */
export function RefuseSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  return one.booking === null ? null : <Refuse one={one} booking={one.booking} onClose={onClose} />
}

interface Props {
  one: CaseDetail
  booking: NonNullable<CaseDetail['booking']>
  onClose: () => void
}

function Refuse({ one, booking, onClose }: Props) {
  const [other, setOther] = useState(none)
  const rooms = useRoomsThere(one.community, dayOf(booking.startsAt)).data?.rooms ?? []
  const refuse = useRefuse(onClose)
  const options = rooms
    .filter((room) => room.id !== booking.roomId && room.capacity >= booking.attendees)
    .filter(({ open }) => open.some((hours) => within(booking, hours)))
    .filter(({ busy }) => !busy.some((taken) => overlap(taken, booking)))
    .map((room) => ({ value: room.id, word: room.name }))
  // A room that was chosen may be taken by now.
  const chosen = options.find(({ value }) => value === other)?.value ?? none
  return (
    <NoteSheet
      title={deskText.refuseTitle}
      label={deskText.why}
      help={deskText.whyHelp.booking}
      usual={deskText.refuseReasons}
      problem={refuse.error}
      busy={refuse.isPending}
      onSend={(note) =>
        refuse.mutate({
          params: { id: one.id },
          body: { note, ...(chosen === none ? {} : { alternativeRoomId: chosen }) },
        })
      }
      onClose={onClose}
    >
      {options.length > 0 && (
        <>
          <Box className="label">{deskText.otherRoom}</Box>
          <Choice
            label={deskText.otherRoom}
            options={[{ value: none, word: deskText.noOther }, ...options]}
            chosen={chosen}
            onChoose={setOther}
          />
        </>
      )}
    </NoteSheet>
  )
}
