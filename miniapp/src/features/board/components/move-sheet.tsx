import type { BoardBlock, BoardRoom } from '@linli/contracts/board'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { alternativesOf } from '../../../shared/slots/alternatives'
import { FreeTimes } from '../../../shared/slots/ways-on'
import { dayOf } from '../../../shared/time/shanghai'
import { spanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { say } from '../../../shared/ui/page/say'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { useMove } from '../api'
import { endedAt, movedBy, periodOf, roomsFor, type Stretch, stretchOf } from '../moves'
import { boardText } from '../text'

const text = boardText.move

export interface Moving {
  block: BoardBlock
  from: BoardRoom
  room: BoardRoom
  at: Stretch
}

interface Props {
  moving: Moving
  rooms: readonly BoardRoom[]
  day: string
  now: number
  onClose: () => void
}

/** Where a block comes to stand, step by step, and why; its person is told. */
export function MoveSheet({ moving, rooms, day: shown, now, onClose }: Props) {
  const { block, from } = moving
  const [{ room, at, day }, setPlan] = useState({ ...moving, day: shown })
  const move = useMove(() => {
    say(text.done)
    onClose()
  })
  const plan = (next: { room?: BoardRoom; at?: Stretch; day?: string }) => {
    move.reset()
    setPlan({ block, from, room, at, day, ...next })
  }
  const was = stretchOf(block, shown)
  const isSame = room.id === from.id && day === shown && was.from === at.from && was.to === at.to
  const period = periodOf(at, day)
  const send = (note: string) =>
    move.mutate({
      params: { id: block.caseId },
      body: { ...period, note, ...(room.id === from.id ? {} : { roomId: room.id }) },
    })
  return (
    <NoteSheet
      title={text.title}
      label={text.why}
      help={text.whyHelp}
      usual={text.usual}
      send={text.send}
      missing={isSame ? text.same : null}
      problem={move.error}
      busy={move.isPending}
      onSend={send}
      onClose={onClose}
      ways={
        <FreeTimes
          free={alternativesOf(move.error)}
          now={now}
          onTake={(one) => plan({ day: dayOf(one.startsAt), at: stretchOf(one, dayOf(one.startsAt)) })}
        />
      }
      above={
        <>
          <Box className="muted">{placeWords(from, block, now)}</Box>
          <Box className="strong" live>{`→ ${placeWords(room, period, now)}`}</Box>
          <Steps room={room} at={at} day={day} onAt={(next) => plan({ at: next })} />
          <Choice
            label={text.room}
            options={named(roomsFor(rooms, from, block))}
            chosen={room.id}
            onChoose={(id) => plan({ room: rooms.find((one) => one.id === id) ?? room })}
          />
        </>
      }
    />
  )
}

/** Rooms of one name are told apart by their building. */
const named = (rooms: readonly BoardRoom[]) =>
  rooms.map(({ id, name, facilityName }) => {
    const isOnly = rooms.every((other) => other.id === id || other.name !== name)
    return { value: id, word: isOnly ? name : `${name}（${facilityName}）` }
  })

const placeWords = (
  room: BoardRoom,
  { startsAt, endsAt }: Pick<BoardBlock, 'startsAt' | 'endsAt'>,
  now: number,
) => `${room.name} ${spanWords(startsAt, endsAt, now)}`

interface StepsProps {
  room: BoardRoom
  at: Stretch
  day: string
  onAt: (at: Stretch) => void
}

function Steps({ room, at, day, onAt }: StepsProps) {
  const step = room.slotMinutes
  const steps = [
    [text.earlier, movedBy(at, -step, room, day)],
    [text.later, movedBy(at, step, room, day)],
    [text.shorter, endedAt(at, at.to - step, room, day)],
    [text.longer, endedAt(at, at.to + step, room, day)],
  ] as const
  return (
    <Box className="wrap">
      {steps.map(([word, next]) => (
        <Tap key={word} className="choice" onTap={() => onAt(next)}>
          {word}
        </Tap>
      ))}
    </Box>
  )
}
