import { getCommunityDay } from '@linli/contracts/room-days'
import { isCommunity } from '@linli/contracts/ladder'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { useAnswer } from '../../../shared/http/use-answer'
import { roomOptions } from '../../../shared/slots/room-options'
import { useMe } from '../../../shared/session/session'
import { isUnitOver } from '../../../shared/staff/grants'
import { useOwnRooms } from '../../../shared/staff/use-own-rooms'
import { dayOf } from '../../../shared/time/shanghai'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { bookingsText as text } from '../bookings-text'
import { type SavedFilter, useSavedFilters } from '../saved-filters'

export interface BookingFilter {
  show: SavedFilter['show']
  room: string | null
  day: string
}

interface Props {
  division: string
  filter: BookingFilter
  /** Of a room that was come for, before anybody knows its name. */
  onFilter: (filter: BookingFilter) => void
}

const shows = (['upcoming', 'past', 'off'] as const).map((value) => ({ value, word: text.show[value] }))
const every = 'every'

/** Which room, when, what became of it; and what was kept to be asked again. */
export function BookingFilters({ division, filter, onFilter }: Props) {
  const here = isCommunity(division)
  const rooms = useAnswer(
    getCommunityDay,
    { params: { code: division, day: dayOf(Date.now()) } },
    { enabled: here },
  ).data?.rooms
  const own = useOwnRooms(division)
  const readsAll = !isUnitOver(useMe(), division)
  const options = roomOptions(rooms?.filter(({ id }) => readsAll || own === null || own.includes(id)) ?? [])
  const roomName = options.find(({ value }) => value === filter.room)?.word
  return (
    <Box className="stack-tight">
      <Choice
        label={text.shows}
        options={shows}
        chosen={filter.show}
        onChoose={(show) => onFilter({ ...filter, show })}
      />
      {options.length > 0 && (
        <Choice
          label={text.rooms}
          options={[{ value: every, word: text.every }, ...options]}
          chosen={filter.room ?? every}
          onChoose={(room) => onFilter({ ...filter, room: room === every ? null : room })}
        />
      )}
      <Field
        id="bookings-day"
        kind="date"
        label={text.day}
        value={filter.day}
        onInput={(day) => onFilter({ ...filter, day })}
      />
      <Saved
        current={{
          division,
          show: filter.show,
          room: filter.room,
          words: [roomName ?? text.every, text.show[filter.show]].join(' · '),
        }}
        onChoose={({ show, room }) => onFilter({ show, room, day: '' })}
      />
    </Box>
  )
}

function Saved({ current, onChoose }: { current: SavedFilter; onChoose: (one: SavedFilter) => void }) {
  const { here, has, save, remove } = useSavedFilters(current.division)
  return (
    <Box className="wrap" role="group" label={text.saved}>
      {here.map((one) => (
        <Box key={one.words} className="saved">
          <Tap className="choice saved__one" onTap={() => onChoose(one)}>
            {one.words}
          </Tap>
          <Tap className="choice saved__gone" label={text.remove(one.words)} onTap={() => remove(one)}>
            ×
          </Tap>
        </Box>
      ))}
      {!has(current) && (
        <Tap className="choice" onTap={() => save(current)}>
          {text.save}
        </Tap>
      )}
    </Box>
  )
}
