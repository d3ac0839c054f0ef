import type { Programme } from '@linli/contracts/programmes'
import { say } from '../../../shared/ui/page/say'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useMoveClass } from '../api'
import { rosterText } from '../programme-text'
import type { RosterEntry } from '../roster'

interface Props {
  one: Programme
  entry: RosterEntry
  onClose: () => void
}

/** Puts a child into another class: one tap. */
export function ClassSheet({ one, entry, onClose }: Props) {
  const move = useMoveClass(() => {
    say(rosterText.movedClass)
    onClose()
  })
  const others = Array.from({ length: one.classes }, (_, n) => n + 1).filter((n) => n !== entry.classNo)
  return (
    <Sheet title={rosterText.moveTitle(entry.nickname)} onClose={onClose}>
      <Refusal problem={move.error} />
      {others.map((classNo) => (
        <Button
          key={classNo}
          look="ghost"
          disabled={move.isPending}
          onTap={() => move.mutate({ params: { id: entry.caseId }, body: { classNo } })}
        >
          {rosterText.toClass(classNo)}
        </Button>
      ))}
    </Sheet>
  )
}
