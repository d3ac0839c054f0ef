import '../components/survey-desk.css'
import type { Grant } from '@linli/contracts/identity'
import type { Survey } from '@linli/contracts/surveys'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { dateSpanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Scoped } from '../../../shared/staff/scoped'
import { StateTag } from '../../../shared/ui/tag'
import { useDivisionName, useSurvey } from '../api'
import { Coverage } from '../components/coverage'
import { Results } from '../components/results'
import { Runs } from '../components/runs'
import { SurveySteps, hasSteps } from '../components/steps'
import { surveyText } from '../text'
import { optionsOf, placeFor, standing } from '../words'

/** One survey for staff: how it stands, what to do next, how far it has come, what was answered. */
export default function DeskSurveyPage() {
  const { id = '', division } = useRouter().params
  const query = useSurvey(id)
  const one = query.data
  return (
    <Scoped
      title={surveyText.title}
      returnTo={pages.deskSurvey(id, division)}
      className="sv"
      bar={() => one !== undefined && hasSteps(one) && <SurveySteps one={one} />}
    >
      {(grant) => (
        <Answered query={query} blocks={[90, 160, 200]}>
          {(shown) => <Shown one={shown} grant={grant} division={division} />}
        </Answered>
      )}
    </Scoped>
  )
}

interface Props {
  one: Survey
  grant: Grant
  /** Of the address: a place further down. */
  division: string | undefined
}

function Shown({ one, grant, division }: Props) {
  const now = useNow()
  const { words, tone } = standing(one, now)
  return (
    <>
      <Lead picture="book" title={one.title} state={<StateTag tone={tone}>{words}</StateTag>}>
        {[one.divisionName, surveyText.days(dateSpanWords(one.startsOn, one.endsOn, now))].join(' · ')}
      </Lead>
      {one.can.includes('see_coverage') && <Places one={one} grant={grant} division={division} />}
      <Questions one={one} />
    </>
  )
}

/** Coverage and results of one place, what it is about first; each below it is a page of its own, so that back goes up again. */
function Places({ one, grant, division }: Props) {
  const top = placeFor(one.division, grant.division)
  const here = division?.startsWith(top) === true ? division : top
  const name = useDivisionName(here)
  const coverage = <Coverage id={one.id} division={here} />
  const results = (
    <Box className="sv__part">
      <Results id={one.id} division={here} />
    </Box>
  )
  return (
    <>
      <Box className="strong">{name}</Box>
      <Box className="sv-columns">
        {one.state === 'closed' ? results : coverage}
        {one.state === 'closed' ? coverage : results}
      </Box>
      <Runs id={one.id} division={here} />
    </>
  )
}

const Questions = ({ one }: { one: Survey }) => (
  <Card title={surveyText.asks}>
    {one.about !== null && <Box>{one.about}</Box>}
    <Box as="ol">
      {one.questions.map((question, n) => (
        <Box as="li" key={n} className="sv-line">
          <Box>{`${n + 1}. ${question.title}`}</Box>
          <Box className="muted">{optionsOf(question).join(' / ')}</Box>
        </Box>
      ))}
    </Box>
  </Card>
)
