import type { CareDayOfChild } from '@linli/contracts/care'
import { spanWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { daysText } from '../days-text'
import { stillWords } from '../words'
import { DayRecords } from './day-records'

interface Props {
  days: readonly CareDayOfChild[]
  now: number
}

/** The sessions to come, each with its leave. */
export function ComingDays({ days, now, onLeave }: Props & { onLeave: (one: CareDayOfChild) => void }) {
  if (days.length === 0) return null
  return (
    <Card title={daysText.coming}>
      {days.map((one) => (
        <Row
          key={`${one.sessionId}${one.caseId}`}
          title={spanWords(one.startsAt, one.endsAt, now)}
          under={one.absenceReported ? daysText.onLeave : one.programmeName}
          end={
            one.canReportAbsence && (
              <Tap
                className={`choice ${one.absenceReported ? 'choice--on' : ''}`}
                label={`${spanWords(one.startsAt, one.endsAt, now)} ${one.absenceReported ? daysText.takeBack : daysText.leave}`}
                onTap={() => onLeave(one)}
              >
                {one.absenceReported ? daysText.takeBack : daysText.leave}
              </Tap>
            )
          }
        />
      ))}
    </Card>
  )
}

function PastTag({ one, now }: { one: CareDayOfChild; now: number }) {
  if (one.lateMinutes !== null) return <StateTag tone="bad">{stillWords(one, now)}</StateTag>
  if (one.mark === 'released' || one.mark === 'present')
    return <StateTag tone="good">{daysText.mark[one.mark]}</StateTag>
  if (one.absenceReported) return <StateTag tone="quiet">{daysText.onLeave}</StateTag>
  // Nobody called the roll: that says nothing about the child.
  const wasMissed = one.mark === 'absent' || one.missing || one.records.some((r) => r.kind === 'missing')
  return <StateTag tone="quiet">{wasMissed ? daysText.mark.absent : daysText.unknown}</StateTag>
}

/** What was, as it was written. */
export function PastDays({ days, now }: Props) {
  if (days.length === 0) return null
  return (
    <Card title={daysText.past}>
      {days.map((one) => (
        <Box key={`${one.sessionId}${one.caseId}`} className="care-past">
          <Box className="between">
            <Box className="strong">{spanWords(one.startsAt, one.endsAt, now)}</Box>
            <PastTag one={one} now={now} />
          </Box>
          <Box className="muted">{one.programmeName}</Box>
          <DayRecords one={one} />
        </Box>
      ))}
    </Card>
  )
}
