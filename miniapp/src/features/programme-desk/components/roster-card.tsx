import { enrolmentMeaning } from '@linli/contracts/enrolment-case'
import type { Programme } from '@linli/contracts/programmes'
import { useState } from 'react'
import { toneOf } from '../../../shared/cases/tone'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Blank } from '../../../shared/ui/answers/blank'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { useRoster } from '../api'
import { entryWord, rosterText } from '../programme-text'
import { type RosterEntry, rosterOf } from '../roster'
import { ClassSheet } from './class-sheet'

/** Who has a place, by class: nothing about a child but its nickname. */
export function RosterCard({ one }: { one: Programme }) {
  const query = useRoster(one.id)
  return (
    <Card title={rosterText.title}>
      <Answered query={query} blocks={[56, 56, 56, 56]}>
        {({ entries }) => <Classes one={one} entries={entries} />}
      </Answered>
    </Card>
  )
}

function Classes({ one, entries }: { one: Programme; entries: readonly RosterEntry[] }) {
  const [moving, setMoving] = useState<RosterEntry | null>(null)
  const { classes, withoutClass, others } = rosterOf(entries, one.classes)
  const mayMove = one.classes > 1 ? setMoving : null
  if (entries.length === 0)
    return <Blank picture="care" title={rosterText.empty} help={rosterText.emptyHelp} />
  return (
    <>
      {classes.map(({ classNo, entries: there }) => (
        <Group
          key={classNo}
          title={rosterText.classOf(classNo, there.length)}
          entries={there}
          onMove={mayMove}
        />
      ))}
      {withoutClass.length > 0 && (
        <Group title={rosterText.noClass(withoutClass.length)} entries={withoutClass} onMove={null} />
      )}
      {others.length > 0 && <Group title={rosterText.others(others.length)} entries={others} onMove={null} />}
      {moving !== null && <ClassSheet one={one} entry={moving} onClose={() => setMoving(null)} />}
    </>
  )
}

/** An offer waits for the family here, which is not for staff to do anything about. */
const toneOfEntry = (state: RosterEntry['state']) =>
  state === 'held' ? 'wait' : toneOf(state, enrolmentMeaning.states[state])

interface GroupProps {
  title: string
  entries: readonly RosterEntry[]
  onMove: ((entry: RosterEntry) => void) | null
}

const Group = ({ title, entries, onMove }: GroupProps) => (
  <Box className="pd-item">
    <Box as="h3" className="strong">
      {title}
    </Box>
    {entries.map((entry) => (
      <Row
        key={entry.caseId}
        title={entry.nickname}
        under={rosterText.number(entry.number)}
        end={
          <>
            <StateTag tone={toneOfEntry(entry.state)}>{entryWord(entry.state)}</StateTag>
            {onMove !== null && entry.state === 'confirmed' && (
              <Tap
                className="choice pd-beside"
                label={`${rosterText.moveClass} ${entry.nickname}`}
                onTap={() => onMove(entry)}
              >
                {rosterText.moveClass}
              </Tap>
            )}
          </>
        }
      />
    ))}
  </Box>
)
