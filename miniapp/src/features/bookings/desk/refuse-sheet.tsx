import type { BookingDetail } from '@linli/contracts/booking-case'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Choice } from '../../../shared/forms/choice'
import { roomOptions } from '../../../shared/slots/room-options'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { useRefuse, useRoomsFor } from './api'
import { deskText } from './text'

const none = 'none'

/** A reason, and perhaps another room of the same community that its person would be given then. */
export function RefuseSheet({ one, onClose }: { one: BookingDetail; onClose: () => void }) {
  const [other, setOther] = useState(none)
  const rooms = useRoomsFor(one)
  const refuse = useRefuse(onClose)
  const options = roomOptions(rooms.filter(({ id }) => id !== one.facts.roomId))
  // A room that was chosen may be taken by now.
  const chosen = options.find(({ value }) => value === other)?.value ?? none
  return (
    <NoteSheet
      title={deskText.refuse.title}
      label={deskText.why}
      help={deskText.whyHelp}
      usual={deskText.refuse.usual}
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
          <Box className="label">{deskText.refuse.other}</Box>
          <Choice
            label={deskText.refuse.other}
            options={[{ value: none, word: deskText.refuse.noOther }, ...options]}
            chosen={chosen}
            onChoose={setOther}
          />
        </>
      )}
    </NoteSheet>
  )
}
