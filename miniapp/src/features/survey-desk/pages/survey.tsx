import '../components/survey-desk.css'
import type { Grant } from '@linli/contracts/identity'
import type { Survey } from '@linli/contracts/surveys'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pages } from '../../../shared/pages'
import { dateSpanWords } from '../../../shared/time-words'
import { useNow } from '../../../shared/use-now'
import { Answered } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Scoped } from '../../../shared/ui/scoped'
import { StateTag } from '../../../shared/ui/tag'
import { useSurvey } from '../api'
import { Coverage } from '../components/coverage'
import { Results } from '../components/results'
import { SurveySteps } from '../components/steps'
import { surveyText } from '../text'
import { optionsOf, placeFor, standing } from '../words'

/** One survey for staff: how it stands, what to do next, how far it has come, what was answered. */
export default function DeskSurveyPage() {
  const { id = '' } = useRouter().params
  return (
    <Scoped title={surveyText.title} returnTo={pages.deskSurvey(id)} className="sv">
      {(grant) => <Loaded id={id} grant={grant} />}
    </Scoped>
  )
}

function Loaded({ id, grant }: { id: string; grant: Grant }) {
  const query = useSurvey(id)
  return (
    <Answered query={query} blocks={[90, 160, 200]}>
      {(one) => <Shown key={grant.division} one={one} grant={grant} />}
    </Answered>
  )
}

interface Props {
  one: Survey
  grant: Grant
}

function Shown({ one, grant }: Props) {
  const now = useNow()
  const { words, tone } = standing(one, now)
  return (
    <>
      <Box className="between sv__head">
        <Box>
          <Box as="h2" className="title">
            {one.title}
          </Box>
          <Box className="muted">
            {[one.divisionName, surveyText.days(dateSpanWords(one.startsOn, one.endsOn, now))].join(' · ')}
          </Box>
        </Box>
        <StateTag tone={tone}>{words}</StateTag>
      </Box>
      <SurveySteps one={one} />
      {one.can.includes('see_coverage') && <Places one={one} grant={grant} />}
      <Questions one={one} />
    </>
  )
}

/** Coverage and results of one place, and the way down and up again. */
function Places({ one, grant }: Props) {
  const top = {
    code: placeFor(one.division, grant.division),
    name: grant.division.startsWith(one.division) ? grant.divisionName : one.divisionName,
  }
  const [path, setPath] = useState([top])
  const here = path[path.length - 1] ?? top
  const above = path[path.length - 2]
  return (
    <>
      <Box className="between">
        <Box className="strong">{here.name}</Box>
        {above !== undefined && (
          <Box>
            <Button look="plain" onTap={() => setPath(path.slice(0, -1))}>
              {surveyText.up(above.name)}
            </Button>
          </Box>
        )}
      </Box>
      <Box className="sv-columns">
        <Coverage
          id={one.id}
          division={here.code}
          onGo={({ code, name }) => setPath([...path, { code, name }])}
        />
        <Box className="sv__part">
          <Results id={one.id} division={here.code} />
        </Box>
      </Box>
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
