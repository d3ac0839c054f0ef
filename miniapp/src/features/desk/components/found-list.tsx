import type { searchDesk } from '@linli/contracts/desk'
import type { Reply } from '../../../shared/http/request'
import { pages } from '../../../shared/navigation/pages'
import { DeskRows } from '../../../shared/staff/desk-rows'
import { dayWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { foundText } from '../found-text'
import { DeskRow } from './desk-row'

/** What the words may have meant, each by itself. */
export function FoundList({ found: { found, rooms, day, tooWide } }: { found: Reply<typeof searchDesk> }) {
  const now = useNow()
  const isNothing = found.length === 0 && rooms.length === 0 && day === null && !tooWide
  if (isNothing) return <Blank picture="find" title={foundText.none} help={foundText.noneHelp} />
  return (
    <Box className="stack">
      {day !== null && (
        <Card>
          <Row
            title={foundText.day(dayWords(day, now))}
            under={foundText.dayHelp}
            to={pages.deskBookings({ day })}
          />
        </Card>
      )}
      {found.map(({ by, cases }) => (
        <Box key={by} as="section" className="stack-tight">
          <Box as="h2" className="strong">
            {foundText.by[by]}
          </Box>
          <DeskRows all={cases} to={pages.deskCase} beside={undefined}>
            {(one) => <DeskRow one={one} now={now} />}
          </DeskRows>
        </Box>
      ))}
      {found.some(({ by }) => by !== 'number') && <Box className="muted">{foundText.recorded}</Box>}
      {tooWide && <Box className="muted">{foundText.tooWide}</Box>}
      {rooms.length > 0 && (
        <Card title={foundText.rooms}>
          {rooms.map(({ id, name, facilityName, communityName }) => (
            <Row
              key={id}
              title={name}
              under={`${communityName} · ${facilityName}`}
              to={pages.deskBookings({ room: id })}
            />
          ))}
        </Card>
      )}
    </Box>
  )
}
