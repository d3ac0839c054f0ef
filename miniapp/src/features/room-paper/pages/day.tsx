import type { BookingCase } from '@linli/contracts/booking-case'
import { bookingMeaning } from '@linli/contracts/booking-case'
import type { Purpose } from '@linli/contracts/rooms'
import { purposeWord } from '@linli/contracts/words'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { dayOf } from '../../../shared/time/shanghai'
import { clockSpan, fullDate, weekdayWord } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Page } from '../../../shared/ui/page/page'
import { useDay } from '../api'
import { Days } from '../components/days'
import { Made, PaperSheet, PaperTable, PrintButton } from '../components/sheet'
import { dayText, paperText as text } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

/** Who uses which room today, for whoever opens the doors: by time, with numbers and without names. */
export default function DayPage() {
  const asked = useRouter().params.day
  const scope = useScope('halls')
  const today = dayOf(useNow())
  const [day, setDay] = useState(asked ?? today)
  return (
    <Page title={dayText.title} wide bar={scope.grant !== null && <PrintButton />}>
      <Box className="room-paper room-paper--dense">
        <FindHere />
        {scope.grant === null ? (
          <NoScope scope={scope} returnTo={pages.dayList(asked)} />
        ) : (
          <>
            <Box className="not-on-paper">
              <ScopeChoice scope={scope} />
            </Box>
            <Days day={day} step={1} onDay={setDay} />
            <Listed key={`${scope.grant.division}${day}`} day={day} grant={scope.grant} />
          </>
        )}
      </Box>
    </Page>
  )
}

interface Props {
  day: string
  grant: { division: string; divisionName: string }
}

function Listed({ day, grant: { division, divisionName } }: Props) {
  const query = useDay(division, day)
  const [building, setBuilding] = useState('')
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  // A list on paper is whole.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return (
    <Answered query={query} blocks={[420]}>
      {({ pages: answers }) => {
        const all = answers.flatMap(({ cases }) => cases).filter(({ state }) => state !== 'held')
        const buildings = [...new Set(all.map(({ facts }) => facts.facilityName))]
        const cases = building === '' ? all : all.filter(({ facts }) => facts.facilityName === building)
        if (all.length === 0) return <Blank picture="tea" title={dayText.none} help={dayText.noneHelp} />
        return (
          <>
            {buildings.length > 1 && (
              <Box className="not-on-paper">
                <Choice
                  label={dayText.building}
                  options={[
                    { value: '', word: dayText.everywhere },
                    ...buildings.map((value) => ({ value, word: value })),
                  ]}
                  chosen={building}
                  onChoose={setBuilding}
                />
              </Box>
            )}
            <PaperSheet
              title={dayText.heading(building === '' ? divisionName : building)}
              under={`${fullDate(day)} ${weekdayWord(day)}`}
            >
              <Cases cases={cases} />
              <Box>{dayText.sign}</Box>
              <Made />
            </PaperSheet>
          </>
        )
      }}
    </Answered>
  )
}

const known = (purpose: string): purpose is Purpose =>
  Object.prototype.hasOwnProperty.call(purposeWord, purpose)

const Cases = ({ cases }: { cases: readonly BookingCase[] }) => (
  <>
    <Box>
      {dayText.all(
        cases.length,
        cases.reduce((sum, { facts }) => sum + facts.attendees, 0),
      )}
    </Box>
    <PaperTable
      label={dayText.title}
      heads={[text.time, text.room, text.what, text.people, text.state, text.number]}
      rows={cases.map(({ id, number, title, startsAt, endsAt, state, facts }) => ({
        key: id,
        cells: [
          clockSpan(startsAt, endsAt),
          facts.floor === null ? title : `${title}（${facts.floor}）`,
          known(facts.purpose) ? purposeWord[facts.purpose] : purposeWord.other,
          text.count(facts.attendees),
          bookingMeaning.states[state].word,
          number,
        ],
      }))}
    />
  </>
)
