import type { Duty } from '@linli/contracts/care-desk'
import { useState } from 'react'
import type { Programme } from '@linli/contracts/programmes'
import { dateSpanWords } from '../../../shared/time-words'
import { useNow } from '../../../shared/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { type FoldedGap, foldGaps, gapsIn } from '../duty-gaps'
import { dutiesText } from '../staff-text'
import { weekdaysWords } from '../words'
import { EndDutySheet } from './end-duty-sheet'

interface Props {
  one: Programme
  duties: readonly Duty[]
  needed: number
}

/** Who looks after which class, and what is still missing. */
export function DutyPlan({ one, duties, needed }: Props) {
  const [ending, setEnding] = useState<Duty | null>(null)
  const gaps = foldGaps(gapsIn(one, duties, needed))
  const classes = Array.from({ length: one.classes }, (_, n) => n + 1)
  return (
    <>
      <Card title={dutiesText.plan}>
        <Box className="muted">{dutiesText.needed(needed)}</Box>
        {classes.map((classNo) => (
          <ClassDuties
            key={classNo}
            classNo={classNo}
            duties={duties.filter((duty) => duty.classNo === classNo)}
            onEnd={setEnding}
          />
        ))}
      </Card>
      <Card title={dutiesText.gaps}>
        {gaps.length === 0 && <Box>{dutiesText.complete}</Box>}
        {gaps.map((gap) => (
          <Box key={gapWords(gap)} className="pd-item__waits">
            {gapWords(gap)}
          </Box>
        ))}
      </Card>
      {ending !== null && <EndDutySheet duty={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

function gapWords({ weekdays, classNo, lacks, missing }: FoldedGap): string {
  const days = weekdaysWords(weekdays)
  if (lacks === 'anybody' && classNo !== null) return dutiesText.gapAnybody(days, classNo)
  return lacks === 'carers' ? dutiesText.gapCarers(days, missing) : dutiesText.gapLeader(days)
}

interface ClassProps {
  classNo: number
  duties: readonly Duty[]
  onEnd: (duty: Duty) => void
}

function ClassDuties({ classNo, duties, onEnd }: ClassProps) {
  const now = useNow()
  return (
    <Box className="pd-item">
      <Box as="h3" className="strong">
        {dutiesText.classOf(classNo)}
      </Box>
      {duties.length === 0 && <Box className="muted">{dutiesText.classEmpty}</Box>}
      {duties.map((duty) => (
        <Row
          key={duty.id}
          title={duty.name}
          under={`${weekdaysWords(duty.weekdays)} · ${dateSpanWords(duty.startsOn, duty.endsOn, now)}`}
          end={
            <>
              {duty.leader && <StateTag tone="good">{dutiesText.leader}</StateTag>}
              <Tap
                className="choice pd-beside"
                label={`${dutiesText.end} ${duty.name}`}
                onTap={() => onEnd(duty)}
              >
                {dutiesText.end}
              </Tap>
            </>
          }
        />
      ))}
    </Box>
  )
}
