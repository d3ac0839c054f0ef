import type { CareDayOfChild } from '@linli/contracts/care'
import { pages } from '../../../shared/navigation/pages'
import { clockSpan } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { dial } from '../../../shared/ui/call-button'
import { Button } from '../../../shared/ui/button'
import { Ticket } from '../../../shared/ui/ticket'
import type { Tone } from '../../../shared/ui/tone'
import { arrival, pickUp } from '../child-days'
import { daysText } from '../days-text'
import { clockAt, type Comer, isOver, stillWords, whoTook } from '../words'
import { Comers } from './comers'
import { DayRecords } from './day-records'

interface Props {
  one: CareDayOfChild
  childId: string
  now: number
  /** Names of those who may come today; null while that is not known. */
  people: readonly Comer[] | null
  onLeave: (one: CareDayOfChild) => void
}

/** Today, in large words: where the child is, until when, who picks it up, and whom to call; what is over is over. */
export function TodayCard(props: Props) {
  const { one, now } = props
  const came = arrival(one)
  const gone = pickUp(one)
  return (
    <Ticket tone={toneOf(one, now)} picture="children" label={daysText.today} stub={<Below {...props} />}>
      <Box className="ticket__small">
        {`${daysText.today} ${clockSpan(one.startsAt, one.endsAt)} · ${one.programmeName}`}
      </Box>
      <Box className="ticket__when" role="status">
        {gone !== undefined
          ? daysText.pickedUp(whoTook(gone), clockAt(gone.at))
          : one.absenceReported && came === undefined
            ? daysText.onLeave
            : stillWords(one, now)}
      </Box>
      {gone === undefined && came !== undefined && <Box>{daysText.arrived(clockAt(came.at))}</Box>}
    </Ticket>
  )
}

/** Somebody has to come now; the child is there; it has yet to come; it is over. */
function toneOf(one: CareDayOfChild, now: number): Tone {
  if (pickUp(one) !== undefined || (one.absenceReported && arrival(one) === undefined)) return 'quiet'
  if (one.lateMinutes !== null || one.missing) return 'bad'
  if (one.mark === 'present') return 'good'
  return isOver(one, now) ? 'quiet' : 'wait'
}

/** Until when, who may come, what was written, and what one can do. */
function Below({ one, childId, now, people, onLeave }: Props) {
  const open = pickUp(one) === undefined && !isOver(one, now)
  return (
    <Box className="care-below stack">
      {open && !one.absenceReported && (
        <Box>
          <Box className="title">{daysText.until(clockAt(one.endsAt))}</Box>
          <Box className="muted">{one.place}</Box>
          {people !== null &&
            (people.length === 0 ? (
              <Box className="strong">{daysText.nobody}</Box>
            ) : (
              <>
                <Box className="strong care-below__who">{daysText.whoPicks}</Box>
                <Comers people={people} />
              </>
            ))}
        </Box>
      )}
      <DayRecords one={one} />
      {open && <ToDo one={one} childId={childId} />}
      {one.canReportAbsence && (
        <Button look="ghost" onTap={() => onLeave(one)}>
          {one.absenceReported ? daysText.takeBack : daysText.leave}
        </Button>
      )}
    </Box>
  )
}

/** Whom to call, and who may come. */
function ToDo({ one: { communityPhone }, childId }: Pick<Props, 'one' | 'childId'>) {
  return (
    <>
      {communityPhone === null ? (
        <Box>{daysText.noPhone}</Box>
      ) : (
        <Button onTap={() => dial(communityPhone)}>{`${daysText.call} ${communityPhone}`}</Button>
      )}
      <Button look="ghost" to={pages.child(childId)}>
        {daysText.manage}
      </Button>
    </>
  )
}
