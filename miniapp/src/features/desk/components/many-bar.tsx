import { mostAtOnce } from '@linli/contracts/booking-desk'
import type { CaseSummary } from '@linli/contracts/cases'
import { useState } from 'react'
import { type DeskParts, deskPartsOf } from '../../../shared/cases/desk-parts'
import { faceOf } from '../../../shared/cases/faces'
import { useWrite } from '../../../shared/http/use-write'
import { useKeys } from '../../../shared/staff/use-keys'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { noteDecision } from '../../../shared/cases/decided'
import { deskText } from '../text'
import type { Selection } from '../use-selection'

type Many = NonNullable<DeskParts['many']>

/** Confirms what is chosen, and says of each that was not why; there is no bar while nothing is chosen. */
export function ManyBar({ selection }: { selection: Selection }) {
  const [said, setSaid] = useState<readonly string[]>([])
  const [first] = selection.chosen
  const parts = first === undefined ? undefined : deskPartsOf(first)
  return (
    <>
      {said.length > 0 && <Outcome lines={said} onClose={() => setSaid([])} />}
      {parts?.many !== undefined && (
        <Chosen many={parts.many} undo={parts.undo} selection={selection} onDone={setSaid} />
      )}
    </>
  )
}

interface Props {
  many: Many
  undo: DeskParts['undo']
  selection: Selection
  onDone: (lines: readonly string[]) => void
}

function Chosen({ many, undo, selection, onDone }: Props) {
  const all = selection.chosen.slice(0, mostAtOnce)
  const write = useWrite(many.endpoint, {
    done({ results }) {
      const lines = results.flatMap(({ id, problem, undoUntil }) => {
        const one = all.find((each) => each.id === id)
        if (one === undefined) return []
        if (problem !== null) return [`${nameOf(one)}：${problem.title}`]
        if (undo !== undefined && undoUntil !== null)
          noteDecision({ id, undoUntil, words: `${many.done} · ${nameOf(one)}`, endpoint: undo.endpoint })
        return []
      })
      const done = deskText.many.done(results.length - lines.length)
      if (lines.length === 0) say(done)
      else onDone([done, ...lines])
      selection.clear()
    },
  })
  const go = () => {
    onDone([])
    write.mutate({ body: { ids: all.map(({ id }) => id) } })
  }
  useKeys(write.isPending ? {} : { C: go })
  return (
    <Box className="many" role="region" label={deskText.many.title}>
      <Refusal problem={write.error} />
      <Box className="decide">
        <Button busy={write.isPending} onTap={go}>
          {deskText.many.confirm(all.length)}
        </Button>
        <Button look="ghost" onTap={selection.chooseAll}>
          {deskText.many.all}
        </Button>
        <Button look="ghost" onTap={selection.clear}>
          {deskText.many.none}
        </Button>
      </Box>
    </Box>
  )
}

const nameOf = (one: CaseSummary) => {
  const { first, second } = faceOf(one).deskRow(one, Date.now())
  return [first, ...second.slice(0, 1)].join(' · ')
}

const Outcome = ({ lines, onClose }: { lines: readonly string[]; onClose: () => void }) => (
  <Box className="many" role="status">
    <Box className="between">
      <Box className="strong">{lines[0]}</Box>
      <Tap className="choice" onTap={onClose}>
        {deskText.many.seen}
      </Tap>
    </Box>
    {lines.slice(1).map((line) => (
      <Box key={line} className="many__not">
        {line}
      </Box>
    ))}
  </Box>
)
