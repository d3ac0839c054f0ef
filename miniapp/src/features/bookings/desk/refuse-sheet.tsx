import type { BookingDetail } from '@linli/contracts/booking-case'
import { useState } from 'react'
import { dayOf } from '../../../shared/time/shanghai'
import { Box } from '../../../shared/ui/base/box'
import { Choice } from '../../../shared/forms/choice'
import { roomOptions } from '../../../shared/slots/room-options'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { useRefuse, useRoomsThere } from './api'
import { overlap, within } from './periods'
import { deskText } from './text'

const none = 'none'

/** A reason, and perhaps another room of the same community that is free then. */
export function RefuseSheet({ one, onClose }: { one: BookingDetail; onClose: () => void }) {
  const [other, setOther] = useState(none)
  const rooms = useRoomsThere(one.community, dayOf(one.startsAt)).data?.rooms ?? []
  const refuse = useRefuse(onClose)
  const fitting = rooms
    .filter((room) => room.id !== one.facts.roomId && room.capacity >= one.facts.attendees)
    .filter(({ open }) => open.some((hours) => within(one, hours)))
    .filter(({ busy }) => !busy.some((taken) => overlap(taken, one)))
  const options = roomOptions(fitting)
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
