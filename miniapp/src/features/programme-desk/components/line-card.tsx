import { useState } from 'react'
import { momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { useLine } from '../api'
import type { InLine, Line } from '../line-facts'
import { rosterText } from '../programme-text'
import { ProposeSheet } from './propose-sheet'

/** The waiting line in its order, by case number; a move has to be proposed. */
export function LineCard({ id }: { id: string }) {
  const query = useLine(id)
  return (
    <Card title={rosterText.lineTitle}>
      <Answered query={query} blocks={[56, 56, 56]}>
        {(line) => <Entries line={line} />}
      </Answered>
    </Card>
  )
}

function Entries({ line }: { line: Line }) {
  const now = useNow()
  const [moving, setMoving] = useState<InLine | null>(null)
  return (
    <>
      {line.held.map((one) => (
        <Row
          key={one.caseId}
          title={rosterText.heldTitle}
          under={`${rosterText.number(one.number)} · ${rosterText.heldUntil(momentWords(one.heldUntil, now))}`}
        />
      ))}
      {line.entries.length === 0 && <Box className="muted">{rosterText.lineNone}</Box>}
      {line.entries.map((one) => (
        <Row
          key={one.caseId}
          title={[rosterText.position(one.position), rosterText.number(one.number)].join(' · ')}
          under={underWords(one, now)}
          end={
            one.moveProposed ? (
              <StateTag tone="wait">{rosterText.proposed}</StateTag>
            ) : (
              <Tap
                className="choice"
                label={`${rosterText.propose} ${rosterText.position(one.position)}`}
                onTap={() => setMoving(one)}
              >
                {rosterText.propose}
              </Tap>
            )
          }
        />
      ))}
      {moving !== null && (
        <ProposeSheet one={moving} total={line.entries.length} onClose={() => setMoving(null)} />
      )}
    </>
  )
}

const underWords = (one: InLine, now: number) =>
  [
    rosterText.joined(momentWords(one.joinedAt, now)),
    ...(one.score !== null && one.score > 0 ? [rosterText.score(one.score)] : []),
    ...(one.groupRule === 'one' ? [] : [rosterText.group[one.groupRule]]),
  ].join(' · ')
