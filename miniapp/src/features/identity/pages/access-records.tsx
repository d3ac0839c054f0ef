import { ownReader } from '@linli/contracts/leaving'
import { momentWords } from '../../../shared/time/time-words'
import { pages } from '../../../shared/navigation/pages'
import { Blank } from '../../../shared/ui/answers/blank'
import { Card } from '../../../shared/ui/card'
import { Listed } from '../../../shared/ui/answers/listed'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useAccessRecords } from '../api'
import { identityText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** For which matter, or for a call back; what one took along oneself needs no reason. */
const why = (reader: string, about: string | null, rated: boolean): string[] => {
  if (reader === ownReader) return []
  return [about === null ? identityText.forFeedback : identityText.forCase(about, rated)]
}

export default function AccessRecordsPage() {
  const query = useAccessRecords()
  return (
    <Page title={identityText.records}>
      <Lead picture="book">{identityText.recordsHelp}</Lead>
      <Listed
        query={query}
        blocks={[180]}
        of={(page) => page.records}
        none={<Blank picture="tea" title={identityText.recordsEmpty} />}
      >
        {(records) => (
          <Card>
            {records.map(({ id, at, reader, tag, caseId, about, rated }) => (
              <Row
                key={id}
                {...(caseId === null ? {} : { to: pages.case(caseId) })}
                title={
                  reader === ownReader
                    ? identityText.exported
                    : identityText.read(reader, identityText.record[tag])
                }
                under={[momentWords(at, Date.now()), ...why(reader, about, rated)].join(' · ')}
              />
            ))}
          </Card>
        )}
      </Listed>
    </Page>
  )
}
