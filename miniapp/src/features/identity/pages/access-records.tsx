import { momentWords } from '../../../shared/time-words'
import { pages } from '../../../shared/pages'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Failure } from '../../../shared/ui/failure'
import { Page } from '../../../shared/ui/page'
import { Row } from '../../../shared/ui/row'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import { useAccessRecords } from '../api'
import { identityText } from '../text'

export default function AccessRecordsPage() {
  const query = useAccessRecords()
  const records = query.data?.pages.flatMap((page) => page.records)
  return (
    <Page title={identityText.records}>
      <Box as="p" className="muted">
        {identityText.recordsHelp}
      </Box>
      {query.isPending && <Skeleton blocks={[180]} />}
      {query.isError && <Failure problem={query.error} again={() => void query.refetch()} />}
      {records?.length === 0 && <Blank icon="key" title={identityText.recordsEmpty} />}
      {records !== undefined && records.length > 0 && (
        <Card>
          {records.map(({ id, at, reader, tag, caseId, caseNumber }) => (
            <Row
              key={id}
              to={pages.case(caseId)}
              title={identityText.read(reader, identityText.record[tag])}
              under={`${momentWords(at, Date.now())} · ${identityText.forCase(caseNumber)}`}
            />
          ))}
        </Card>
      )}
      {query.hasNextPage && (
        <Button look="ghost" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </Page>
  )
}
