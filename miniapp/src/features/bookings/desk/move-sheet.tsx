import type { BookingDetail } from '@linli/contracts/booking-case'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Stepper } from '../../../shared/forms/stepper'
import { alternativesOf, usedUpOf } from '../../../shared/slots/alternatives'
import { roomOptions } from '../../../shared/slots/room-options'
import { FreeTimes, UsedUpWeek } from '../../../shared/slots/ways-on'
import { useOwnRooms } from '../../../shared/staff/use-own-rooms'
import { clockOf } from '../../../shared/time/shanghai'
import { dayWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { say } from '../../../shared/ui/page/say'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { useReschedule, useRoomDay, useRoomRules, useRoomsThere } from './api'
import { Line, others } from './day-line'
import { daysAhead, isSame, type MovePlan, onDay, periodOf, planOf, startsAt } from './move-plan'
import { deskText } from './text'

const words = deskText.move
/** As far as a booking is put off here. */
const mostDays = 90
const lastMinute = 24 * 60

interface Props {
  one: BookingDetail
  onClose: () => void
}

/** Another time, another room of the same community, or both, and why; its person is told. */
export function MoveSheet({ one, onClose }: Props) {
  const was = planOf(one.facts.roomId, one)
  const [plan, setPlan] = useState(was)
  const now = useNow()
  const move = useReschedule(() => {
    say(words.done)
    onClose()
  })
  const take = (next: MovePlan) => {
    move.reset()
    setPlan(next)
  }
  const send = (note: string) => {
    const room = plan.roomId === was.roomId ? {} : { roomId: plan.roomId }
    move.mutate({ params: { id: one.id }, body: { ...room, ...periodOf(plan), note } })
  }
  return (
    <NoteSheet
      title={words.title}
      label={deskText.why}
      help={deskText.whyHelp}
      usual={words.usual}
      send={words.submit}
      missing={isSame(was, plan) ? words.unchanged : null}
      problem={move.error}
      busy={move.isPending}
      onSend={send}
      onClose={onClose}
      above={<Where one={one} plan={plan} now={now} onPlan={take} />}
      ways={
        <>
          <FreeTimes
            free={alternativesOf(move.error)}
            now={now}
            onTake={(period) => take(planOf(plan.roomId, period))}
          />
          <UsedUpWeek said used={usedUpOf(move.error)} now={now} />
        </>
      }
    />
  )
}

interface PlanProps {
  one: BookingDetail
  plan: MovePlan
  now: number
  onPlan: (plan: MovePlan) => void
}

function Where({ one, plan, now, onPlan }: PlanProps) {
  const rooms = useRoomsThere(one.community, plan.day).data?.rooms ?? []
  const step = useRoomRules(plan.roomId)?.slotMinutes ?? 30
  const { from, to } = plan
  const { roomId: id, facilityName, attendees } = one.facts
  const mine = { id, name: one.title, facilityName }
  const own = useOwnRooms(one.community)
  const elsewhere = rooms.filter(
    (room) => room.id !== id && room.capacity >= attendees && (own === null || own.includes(room.id)),
  )
  return (
    <>
      <Box className="label">{words.room}</Box>
      <Choice
        label={words.room}
        options={roomOptions([mine, ...elsewhere])}
        chosen={plan.roomId}
        onChoose={(roomId) => onPlan({ ...plan, roomId })}
      />
      <Stepper
        label={words.day}
        value={daysAhead(plan, now)}
        least={0}
        most={mostDays}
        word={() => dayWords(plan.day, now)}
        onChange={(ahead) => onPlan(onDay(plan, ahead, now))}
      />
      <DayOf one={one} plan={plan} />
      <Stepper
        label={words.from}
        value={from}
        least={0}
        most={lastMinute - step}
        step={step}
        word={clockOf}
        onChange={(next) => onPlan(startsAt(plan, next, step))}
      />
      <Stepper
        label={words.to}
        value={to}
        least={from + step}
        most={lastMinute}
        step={step}
        word={clockOf}
        onChange={(next) => onPlan({ ...plan, to: next })}
      />
    </>
  )
}

/** What that room has on that day; its own time is free for it. */
function DayOf({ one, plan }: Pick<PlanProps, 'one' | 'plan'>) {
  const day = useRoomDay(plan.roomId, plan.day).data?.days[0]
  if (day === undefined) return null
  const busy = plan.roomId === one.facts.roomId ? others(day.busy, one) : day.busy
  return <Line day={day} busy={busy} use={periodOf(plan)} word={words.here} />
}
