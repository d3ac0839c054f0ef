import type { CareChild, CareSession } from '@linli/contracts/care'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Choice } from '../../../shared/forms/choice'
import type { CareBoard } from '../care-board'
import {
  type Queued,
  type Shown,
  childrenShown,
  codeUnderWay,
  counts,
  heldOf,
  minutesLate,
  refusedOf,
  waitingIn,
} from '../records'
import { careText } from '../text'
import { ChildRow, type Sheets } from './child-row'
import { ChildSheet } from './child-sheet'
import { HeldAbsence } from './held-absence'
import { HandoverSheet } from './handover-sheet'
import { NoteSheet } from './note-sheet'

interface Props {
  board: CareBoard
  session: CareSession
  carer: string
  queue: readonly Queued[]
  reached: boolean
  now: number
}

interface HeldProps {
  board: CareBoard
  queue: readonly Queued[]
  child: CareChild
  sessionId: string
}

/** An absence that can still be taken back. */
function Held({ board, queue, child, sessionId }: HeldProps) {
  const one = heldOf(queue, { sessionId, childId: child.childId }, Date.now())
  if (one === undefined) return null
  return <HeldAbsence key={one.record.id} one={one} name={child.name} onTakeBack={board.queue.takeBack} />
}

const filters: readonly Shown[] = ['all', 'expected', 'present', 'absent', 'released']

/** The children of one session, in an order that no tap changes under the finger. */
export function SessionChildren({ board, session, carer, queue, reached, now }: Props) {
  const [shown, setShown] = useState<Shown>('all')
  const [open, setOpen] = useState<{ childId: string; sheet: Sheets } | null>(null)
  const count = counts(session)
  const children = childrenShown(session, shown)
  const opened = session.children.find((one) => one.childId === open?.childId)
  const close = () => setOpen(null)
  const waiting = reached ? [] : waitingIn(queue)
  return (
    <>
      <Choice
        label={careText.show}
        options={filters.map((value) => ({ value, word: `${careText.shown[value]} ${count[value]}` }))}
        chosen={shown}
        onChoose={setShown}
      />
      {children.length === 0 && <Blank picture="care" title={careText.nobody} help={careText.nobodyHelp} />}
      <Box className="care-children">
        {children.map((child) => (
          <ChildRow
            key={child.childId}
            child={child}
            refused={refusedOf(queue, child.childId, session.id)}
            waits={waiting.some((one) => one.record.childId === child.childId)}
            checking={codeUnderWay(queue, child.childId, session.id)}
            late={minutesLate(child, session, now)}
            held={<Held board={board} queue={queue} child={child} sessionId={session.id} />}
            onDecide={(kind, decides) =>
              board.write({ kind, decides, sessionId: session.id, childId: child.childId })
            }
            onMark={(kind) => board.write({ kind, sessionId: session.id, childId: child.childId })}
            onOpen={(sheet) => setOpen({ childId: child.childId, sheet })}
            onKnown={board.queue.acknowledge}
          />
        ))}
      </Box>
      {opened !== undefined && open?.sheet === 'more' && <ChildSheet child={opened} onClose={close} />}
      {opened !== undefined && open?.sheet === 'note' && (
        <NoteSheet board={board} sessionId={session.id} child={opened} onClose={close} />
      )}
      {opened !== undefined && open?.sheet === 'hand' && (
        <HandoverSheet board={board} session={session} child={opened} carer={carer} onClose={close} />
      )}
    </>
  )
}
