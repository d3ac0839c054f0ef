import '../components/paper.css'
import type { ExportRecord } from '@linli/contracts/export-records'
import { pages } from '../../../shared/navigation/pages'
import { Scoped } from '../../../shared/staff/scoped'
import { dateSpanWords, momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Blank } from '../../../shared/ui/answers/blank'
import { Listed } from '../../../shared/ui/answers/listed'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Row } from '../../../shared/ui/row'
import { useExports } from '../api'
import { exportsText as text } from '../text'

/** Who took which tables of rooms, for whoever watches over the division. */
export default function ExportsPage() {
  return (
    <Scoped title={text.title} returnTo={pages.roomExports} className="room-paper" opens="watch">
      {(grant) => <Exports key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

function Exports({ division }: { division: string }) {
  const query = useExports(division)
  const now = useNow()
  return (
    <>
      <Lead picture="book">{text.help}</Lead>
      <Listed
        query={query}
        blocks={[64, 64, 64]}
        of={(page) => page.records}
        none={<Blank picture="book" title={text.none} help={text.noneHelp} />}
      >
        {(all) => (
          <Card>
            {all.map((one) => (
              <Row
                key={one.id}
                title={`${one.divisionName}，${text.kinds[one.kind]}`}
                under={`${one.by}，${momentWords(one.at, now)}${spanOf(one, now)}`}
                end={text.lines(one.lines)}
              />
            ))}
          </Card>
        )}
      </Listed>
    </>
  )
}

const spanOf = ({ fromDay, toDay }: ExportRecord, now: number): string =>
  fromDay === null || toDay === null ? '' : ` · ${text.span(dateSpanWords(fromDay, toDay, now))}`
