import type { Duty } from '@linli/contracts/care-desk'
import { useState } from 'react'
import type { Programme } from '@linli/contracts/programmes'
import { dateSpanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { StateTag } from '../../../shared/ui/tag'
import type { Carer } from '../duty-form'
import { type FoldedGap, foldGaps, gapsIn } from '../duty-gaps'
import { dutiesText } from '../staff-text'
import { weekdaysWords } from '../../../shared/time/schedule-words'
import { ChangeLeaderSheet } from './change-leader-sheet'
import { EndDutySheet } from './end-duty-sheet'

interface Props {
  one: Programme
  duties: readonly Duty[]
  needed: number
  carers: readonly Carer[]
}

/** Who looks after which class, and what is still missing. */
export function DutyPlan({ one, duties, needed, carers }: Props) {
  const [changing, setChanging] = useState<Duty | null>(null)
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
            onChange={setChanging}
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
      {changing !== null && (
        <ChangeLeaderSheet duty={changing} carers={carers} onClose={() => setChanging(null)} />
      )}
      {ending !== null && <EndDutySheet duty={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

export function gapWords({ weekdays, classNo, lacks, missing }: FoldedGap): string {
  const days = weekdaysWords(weekdays)
  if (lacks === 'anybody' && classNo !== null) return dutiesText.gapAnybody(days, classNo)
  if (lacks === 'leader' && classNo !== null) return dutiesText.gapLeader(days, classNo)
  return dutiesText.gapCarers(days, missing)
}

interface ClassProps {
  classNo: number
  duties: readonly Duty[]
  onEnd: (duty: Duty) => void
  onChange: (duty: Duty) => void
}

function ClassDuties({ classNo, duties, onEnd, onChange }: ClassProps) {
  const now = useNow()
  return (
    <Box className="pd-item">
      <Box as="h3" className="strong">
        {dutiesText.classOf(classNo)}
      </Box>
      {duties.length === 0 && <Box className="muted">{dutiesText.classEmpty}</Box>}
      {duties.map((duty) => (
        <DutyItem key={duty.id} duty={duty} now={now} onEnd={onEnd} onChange={onChange} />
      ))}
    </Box>
  )
}

interface ItemProps extends Pick<ClassProps, 'onEnd' | 'onChange'> {
  duty: Duty
  now: number
}

/** What can be done stands below the name, for two buttons beside it leave a phone no room for words. */
const DutyItem = ({ duty, now, onEnd, onChange }: ItemProps) => (
  <Box className="pd-duty">
    <Box className="between">
      <Box>{duty.name}</Box>
      {duty.leader && <StateTag tone="good">{dutiesText.leader}</StateTag>}
    </Box>
    <Box className="muted">
      {`${weekdaysWords(duty.weekdays)} · ${dateSpanWords(duty.startsOn, duty.endsOn, now)}`}
    </Box>
    <Box className="wrap">
      {duty.leader && (
        <Tap className="choice" label={`${dutiesText.change} ${duty.name}`} onTap={() => onChange(duty)}>
          {dutiesText.change}
        </Tap>
      )}
      <Tap className="choice" label={`${dutiesText.end} ${duty.name}`} onTap={() => onEnd(duty)}>
        {dutiesText.end}
      </Tap>
    </Box>
  </Box>
)
