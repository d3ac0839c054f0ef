import type { Task } from '@linli/contracts/tasks'
import { halvesWords } from '@linli/contracts/task-words'
import { useState } from 'react'
import { momentWords } from '../../../shared/time/time-words'
import { Blank } from '../../../shared/ui/answers/blank'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { type RollCounts, type RollEntry, toCredit } from '../roll'
import { rollText as text } from '../text'
import { useRollHere } from '../use-roll-here'
import { OffSheet } from './off-sheet'
import { Person } from './person'
import { TimesSheet } from './times-sheet'

interface Props {
  task: Task
  now: number
}

interface Asked {
  what: 'times' | 'off'
  one: RollEntry
}

/** Once it is over for everybody there are no names any more. */
const Closed = ({ counts: { came, absent, halves } }: { counts: RollCounts }) => (
  <>
    <Box>{text.closedOf(came, absent, halvesWords(halves))}</Box>
    <Box className="muted">{text.closed}</Box>
  </>
)

/** Who comes, by name, only after a tap which says that it is recorded. */
export function Roll({ task, now }: Props) {
  const here = useRollHere(task)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { people, counts } = here
  const credits = toCredit(people ?? [])
  const close = () => setAsked(null)
  return (
    <Card title={text.title}>
      {asked === null && <Refusal problem={here.problem} />}
      {people === null ? (
        <>
          <Button look="ghost" busy={here.reading} onTap={here.read}>
            {text.see}
          </Button>
          <Box className="muted">{text.seeHelp(!task.asLeader)}</Box>
        </>
      ) : counts !== null ? (
        <Closed counts={counts} />
      ) : people.length === 0 ? (
        <Blank picture="hand" title={text.none} help={text.noneHelp} />
      ) : (
        people.map((one) => (
          <Person
            key={one.caseId}
            task={task}
            one={one}
            now={now}
            here={here}
            onAsk={(what) => setAsked({ what, one })}
          />
        ))
      )}
      {here.unmet && <Box className="warn-end">{text.unmet}</Box>}
      {credits.length > 0 && (
        <>
          <Button busy={here.crediting} onTap={() => void here.creditAll()}>
            {text.confirmAll(credits.length)}
          </Button>
          <Box className="muted">{text.confirmAllHelp}</Box>
        </>
      )}
      {people !== null && (
        <>
          <Box className="muted">{text.asOf(momentWords(new Date(here.asOf).toISOString(), now))}</Box>
          <Button look="plain" busy={here.reading} onTap={here.read}>
            {text.again}
          </Button>
        </>
      )}
      {asked?.what === 'times' && <TimesSheet task={task} one={asked.one} here={here} onClose={close} />}
      {asked?.what === 'off' && <OffSheet one={asked.one} onDone={here.took} onClose={close} />}
    </Card>
  )
}
