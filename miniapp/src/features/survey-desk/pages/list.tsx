import '../components/survey-desk.css'
import type { Grant, Me } from '@linli/contracts/identity'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Listed } from '../../../shared/ui/answers/listed'
import { Scoped } from '../../../shared/staff/scoped'
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
  return (
    <Listed
      query={query}
      blocks={[96, 96, 96]}
      of={(page) => page.surveys}
      none={<Blank picture="post" title={surveyText.empty} help={surveyText.emptyHelp} />}
    >
      {(surveys) => (
        <Box className="sv__part">
          {surveys.map((one) => (
            <SurveyRow key={one.id} one={one} now={now} />
          ))}
        </Box>
      )}
    </Listed>
  )
}
