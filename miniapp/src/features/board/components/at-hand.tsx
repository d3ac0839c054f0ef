import type { BoardBlock, BoardRoom } from '@linli/contracts/board'
import { useState } from 'react'
import { go } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { useShortcuts } from '../../../shared/staff/shortcuts'
import { useKeys } from '../../../shared/staff/use-keys'
import { Tap } from '../../../shared/ui/base/tap'
import { isMovable, stretchOf } from '../moves'
import { boardText as text } from '../text'
import { DayBoard } from './day-board'
import { Dock } from './dock'
import { KeySheet } from './key-sheet'
import { MoveSheet, type Moving } from './move-sheet'

interface Props {
  rooms: readonly BoardRoom[]
  day: string
  now: number
  /** The reader works here, and does not only watch. */
  works: boolean
}

interface Found {
  room: BoardRoom
  block: BoardBlock
}

const found = (rooms: readonly BoardRoom[], id: string | null): Found | undefined =>
  rooms
    .flatMap((room) => room.blocks.map((block) => ({ room, block })))
    .find(({ block }) => block.caseId === id)

/** A day under the hands of whoever runs it: what is chosen stands below, is decided, moved, and room is given to somebody. */
export function AtHand({ rooms, day, now, works }: Props) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const [help, setHelp] = useState(false)
  const keys = useShortcuts()
  const one = found(rooms, chosen)
  const book = (room: BoardRoom, hours: { from?: string; to?: string } = {}) =>
    go(pages.fileBooking({ room: room.id, ...hours }))
  useKeys({ '?': () => setHelp(true) })
  useKeys(works && one !== undefined ? { n: () => book(one.room) } : {})
  const hand = {
    chosen,
    onChoose: ({ caseId }: BoardBlock) => setChosen(caseId),
    onMove: setMoving,
    onBook: book,
  }
  const move = one !== undefined && isMovable(one.block, now) ? one : null
  return (
    <>
      <DayBoard rooms={rooms} day={day} now={now} hand={works ? hand : null} />
      {works && keys && (
        <Tap className="muted board__keys" onTap={() => setHelp(true)}>
          {text.keys}
        </Tap>
      )}
      {help && <KeySheet onClose={() => setHelp(false)} />}
      {chosen !== null && (
        <Dock
          key={chosen}
          id={chosen}
          now={now}
          onMove={
            move &&
            (() =>
              setMoving({
                block: move.block,
                from: move.room,
                room: move.room,
                at: stretchOf(move.block, day),
              }))
          }
          onClose={() => setChosen(null)}
        />
      )}
      {moving !== null && (
        <MoveSheet moving={moving} rooms={rooms} day={day} now={now} onClose={() => setMoving(null)} />
      )}
    </>
  )
}
