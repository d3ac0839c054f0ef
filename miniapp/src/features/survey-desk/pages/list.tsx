import '../components/survey-desk.css'
import type { Grant, Me } from '@linli/contracts/identity'
import { pages } from '../../../shared/pages'
import { useMe } from '../../../shared/session'
import { useNow } from '../../../shared/use-now'
import { Age } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Failure } from '../../../shared/ui/failure'
import { Scoped } from '../../../shared/ui/scoped'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import { useSurveys } from '../api'
import { SurveyRow } from '../components/survey-row'
import { surveyText } from '../text'

const communityLength = 12

/** The surveys that reach a division of mine. */
export default function DeskSurveysPage() {
  const me = useMe()
  return (
    <Scoped
      title={surveyText.title}
      returnTo={pages.deskSurveys}
      className="sv"
      bar={({ division }) =>
        plansIn(me, division) && <Button to={pages.editSurvey()}>{surveyText.create}</Button>
      }
    >
      {(grant: Grant) => <Rows key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

const plansIn = (me: Me | null, division: string) =>
  me?.grants.some(
    (one) =>
      one.division === division &&
      (one.role === 'staff' || (one.role === 'supervisor' && division.length < communityLength)),
  ) ?? false

function Rows({ division }: { division: string }) {
  const query = useSurveys(division)
  const now = useNow()
  const surveys = query.data?.pages.flatMap((page) => page.surveys)
  if (surveys === undefined) {
    if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />
    return <Skeleton blocks={[96, 96, 96]} />
  }
  if (surveys.length === 0) return <Blank icon="doc" title={surveyText.empty} help={surveyText.emptyHelp} />
  return (
    <>
      <Age of={query} />
      <Box className="sv__part">
        {surveys.map((one) => (
          <SurveyRow key={one.id} one={one} now={now} />
        ))}
      </Box>
      {query.hasNextPage && (
        <Button look="plain" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </>
  )
}
