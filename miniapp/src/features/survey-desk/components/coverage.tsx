import type { getSurveyCoverage } from '@linli/contracts/surveys'
import { pages } from '../../../shared/pages'
import type { Reply } from '../../../shared/request'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Failure } from '../../../shared/ui/failure'
import { Row } from '../../../shared/ui/row'
import { ShareBar } from '../../../shared/ui/share-bar'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import { useCoverage } from '../api'
import { surveyText } from '../text'

type Below = Reply<typeof getSurveyCoverage>['below'][number]

interface Props {
  id: string
  division: string
}

/** How many communities have answered at all, division by division. */
export function Coverage({ id, division }: Props) {
  const query = useCoverage(id, division)
  const first = query.data?.pages[0]
  if (first === undefined)
    return (
      <Card title={surveyText.coverage}>
        {query.isError ? (
          <Failure problem={query.error} again={() => void query.refetch()} />
        ) : (
          <Skeleton blocks={[60, 60, 60]} />
        )}
      </Card>
    )
  const reached = first.communities === 0 ? 0 : first.reached / first.communities
  return (
    <Card title={surveyText.coverage}>
      <Box>{surveyText.reached(first.reached, first.communities)}</Box>
      <ShareBar low={reached} high={reached} />
      <Box className="muted">{surveyText.coverageHelp}</Box>
      {query.data?.pages
        .flatMap((page) => page.below)
        .map((one) => (
          <BelowRow key={one.division.code} id={id} one={one} />
        ))}
      {query.hasNextPage && (
        <Button look="plain" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </Card>
  )
}

const BelowRow = ({ id, one }: { id: string; one: Below }) => (
  <Row
    title={one.division.name}
    under={one.division.level === 'community' ? undefined : surveyText.of(one.reached, one.communities)}
    end={surveyText.answers(one.answers)}
    to={pages.deskSurvey(id, one.division.code)}
  />
)
