import type { Thread } from '@linli/contracts/consultation-thread'
import { type ReactNode, useState } from 'react'
import { fullDate } from '../time/time-words'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Fact } from '../ui/row'
import { intakeText as words } from './text'
import { topicWord, urgencyWord } from './words'

interface Props {
  thread: Thread
  /** Folded for whoever wrote it, open for whoever reads it. */
  open: boolean
  children?: ReactNode
}

/** What was asked. */
export function IntakeCard({ thread: { intake, lines }, open, children }: Props) {
  const [shown, setShown] = useState(open)
  if (intake === null) return null
  return (
    <Card title={words.title}>
      {shown && (
        <>
          <Fact name={words.urgency}>{urgencyWord[intake.urgency]}</Fact>
          {intake.topic !== null && <Fact name={words.topic}>{topicWord[intake.topic]}</Fact>}
          {intake.happenedOn !== null && <Fact name={words.day}>{fullDate(intake.happenedOn)}</Fact>}
          {intake.opposite !== null && <Fact name={words.opposite}>{intake.opposite}</Fact>}
          <Fact name={words.reach}>{words.ways[intake.reach]}</Fact>
          {!lines.some((line) => line.words === intake.words) && (
            <Box className="words after-card">{intake.words}</Box>
          )}
          {children}
        </>
      )}
      <Button look="plain" onTap={() => setShown(!shown)}>
        {shown ? words.hide : words.show}
      </Button>
    </Card>
  )
}
