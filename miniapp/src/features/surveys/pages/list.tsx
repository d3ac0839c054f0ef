import type { Survey } from '@linli/contracts/surveys'
import { type Community, useCommunity } from '../../../shared/app-state/community'
import { goTab } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { dayWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useSurveysHere } from '../api'
import { CommunityFirst } from '../components/no-form'
import { surveysText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** The surveys that reach the reader's community: to answer, and what others answered. */
export default function SurveysPage() {
  const community = useCommunity()
  return (
    <Page title={surveysText.title}>
      {community === null ? <CommunityFirst /> : <Here community={community} />}
    </Page>
  )
}

function Here({ community }: { community: Community }) {
  const query = useSurveysHere(community.code, true)
  const now = useNow()
  return (
    <Answered query={query} blocks={[160]}>
      {({ surveys }) =>
        surveys.length === 0 ? (
          <Blank picture="post" title={surveysText.none} help={surveysText.noneHelp}>
            <Button look="ghost" onTap={() => goTab('home')}>
              {surveysText.home}
            </Button>
          </Blank>
        ) : (
          <>
            <Lead picture="book">{surveysText.lead}</Lead>
            <Card>
              {surveys.map((one) => (
                <Row
                  key={one.id}
                  icon={one.open ? 'doc' : 'chart'}
                  title={one.title}
                  under={underWords(one, now)}
                  to={one.open ? pages.survey(one.id) : pages.surveyResults(one.id, community.code)}
                />
              ))}
            </Card>
          </>
        )
      }
    </Answered>
  )
}

function underWords({ open, answered, divisionName, endsOn }: Survey, now: number): string {
  if (!open) return `${divisionName} · ${surveysText.results}`
  const until = surveysText.by(divisionName, `${dayWords(endsOn, now)} `)
  return answered ? `${until} · ${surveysText.answeredShort}` : until
}
