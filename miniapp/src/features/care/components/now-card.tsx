import type { CareDayOfChild } from '@linli/contracts/care'
import { pages } from '../../../shared/navigation/pages'
import { clockSpan } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { dial } from '../../../shared/ui/call-button'
import { Button } from '../../../shared/ui/button'
import { arrival, pickUp } from '../child-days'
import { daysText } from '../days-text'
import { clockAt, isOver, stillWords, whoTook } from '../words'
import { DayRecords } from './day-records'

interface Props {
  one: CareDayOfChild
  childId: string
  now: number
  /** Names of those who may come today; null while that is not known. */
  people: readonly string[] | null
  onLeave: (one: CareDayOfChild) => void
}

/** Today, in large words: where the child is, until when, who picks it up, and whom to call; what is over is over. */
export function TodayCard({ one, childId, now, people, onLeave }: Props) {
  const came = arrival(one)
  const gone = pickUp(one)
  const open = gone === undefined && !isOver(one, now)
  const who =
    people === null ? null : people.length === 0 ? daysText.nobody : daysText.whoPicks(people.join('、'))
  return (
    <Box as="section" className="care-now" label={daysText.today}>
      <Box className="care-now__small">
        {`${daysText.today} ${clockSpan(one.startsAt, one.endsAt)} · ${one.programmeName}`}
      </Box>
      <Box className="care-now__who" role="status">
        {gone !== undefined
          ? daysText.pickedUp(whoTook(gone), clockAt(gone.at))
          : one.absenceReported && came === undefined
            ? daysText.onLeave
            : stillWords(one, now)}
      </Box>
      {gone === undefined && came !== undefined && <Box>{daysText.arrived(clockAt(came.at))}</Box>}
      {open && !one.absenceReported && (
        <>
          <Box>{`${one.place} · ${daysText.until(clockAt(one.endsAt))}`}</Box>
          {who !== null && <Box className="strong">{who}</Box>}
        </>
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
        <Button
          look="ghost"
          onTap={() => dial(communityPhone)}
        >{`${daysText.call} ${communityPhone}`}</Button>
      )}
      <Button look="ghost" to={pages.child(childId)}>
        {daysText.manage}
      </Button>
    </>
  )
}
