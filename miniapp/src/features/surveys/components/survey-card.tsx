import { pages } from '../../../shared/navigation/pages'
import { dayWords } from '../../../shared/time/time-words'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useSurveysHere } from '../api'
import { surveysText } from '../text'
import { surveyToAnswer } from '../words'

interface Props {
  community: string
  /** The page it stands on is there: only now it is asked for. */
  ready: boolean
  now: number
}

/** A survey that is open and not answered yet; never more than a card. */
export function SurveyCard({ community, ready, now }: Props) {
  const { data } = useSurveysHere(community, ready)
  const one = data === undefined ? null : surveyToAnswer(data.surveys)
  if (one === null) return null
  return (
    <Card title={surveysText.card}>
      <Row
        title={one.title}
        under={surveysText.cardHelp(one.questions.length, `${dayWords(one.endsOn, now)} `)}
        to={pages.survey(one.id)}
      />
    </Card>
  )
}
