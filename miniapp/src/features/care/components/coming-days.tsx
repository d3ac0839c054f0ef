import type { CareDayOfChild } from '@linli/contracts/care'
import { useState } from 'react'
import { dayOf } from '../../../shared/time/shanghai'
import { dateSpanWords, spanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { type PastRun, foldedPast, wasMissed } from '../child-days'
import { daysText } from '../days-text'
import { stillWords } from '../words'
import { DayRecords } from './day-records'

interface Props {
  days: readonly CareDayOfChild[]
  now: number
}

const nextDays = 5

/** The sessions to come, each with its leave: the next few, and the rest where somebody asks for it. */
export function ComingDays({ days, now, onLeave }: Props & { onLeave: (one: CareDayOfChild) => void }) {
  const [all, setAll] = useState(false)
  if (days.length === 0) return null
  const shown = all ? days : days.slice(0, nextDays)
  return (
    <Card title={daysText.coming}>
      {shown.map((one) => (
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
      {days.length > shown.length && (
        <Button look="plain" onTap={() => setAll(true)}>
          {daysText.further(days.length - shown.length)}
        </Button>
      )}
    </Card>
  )
}

function PastTag({ one, now }: { one: CareDayOfChild; now: number }) {
  if (one.lateMinutes !== null) return <StateTag tone="bad">{stillWords(one, now)}</StateTag>
  if (one.mark === 'released' || one.mark === 'present')
    return <StateTag tone="good">{daysText.mark[one.mark]}</StateTag>
  if (one.absenceReported) return <StateTag tone="quiet">{daysText.onLeave}</StateTag>
  return <StateTag tone="quiet">{wasMissed(one) ? daysText.mark.absent : daysText.unknown}</StateTag>
}

/** 11月20日 至 11月24日 · 3 次 */
function runWords(days: PastRun['days'], now: number): string {
  const [newest] = days
  const oldest = days[days.length - 1] ?? newest
  if (oldest === newest) return spanWords(newest.startsAt, newest.endsAt, now)
  return `${dateSpanWords(dayOf(oldest.startsAt), dayOf(newest.startsAt), now)} · ${daysText.times(days.length)}`
}

function OnePast({ one, now }: { one: CareDayOfChild; now: number }) {
  return (
    <Box className="care-past">
      <Box className="between">
        <Box className="strong">{spanWords(one.startsAt, one.endsAt, now)}</Box>
        <PastTag one={one} now={now} />
      </Box>
      <Box className="muted">{one.programmeName}</Box>
      <DayRecords one={one} />
    </Box>
  )
}

const RunPast = ({ what, days, now }: PastRun & { now: number }) => (
  <Box className="care-past">
    <Box className="between">
      <Box className="strong">{runWords(days, now)}</Box>
      <StateTag tone="quiet">{what === 'leave' ? daysText.onLeave : daysText.unknown}</StateTag>
    </Box>
    <Box className="muted">{days[0].programmeName}</Box>
  </Box>
)

/** What was, as it was written. */
export function PastDays({ days, now }: Props) {
  if (days.length === 0) return null
  return (
    <Card title={daysText.past}>
      {foldedPast(days).map((line) =>
        'what' in line ? (
          <RunPast key={line.days[0].sessionId + line.days[0].caseId} {...line} now={now} />
        ) : (
          <OnePast key={line.sessionId + line.caseId} one={line} now={now} />
        ),
      )}
    </Card>
  )
}
