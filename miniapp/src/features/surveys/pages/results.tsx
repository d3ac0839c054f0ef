import '../components/surveys.css'
import type { getSurveyResults } from '@linli/contracts/surveys'
import { useRouter } from '@tarojs/taro'
import { useCommunity } from '../../../shared/app-state/community'
import { goTab } from '../../../shared/navigation/navigate'
import type { Reply } from '../../../shared/http/request'
import { isRough, shareWords } from '../../../shared/words/share-words'
import { dayWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { ShareBar } from '../../../shared/ui/share-bar'
import { frameText } from '../../../shared/words/frame-text'
import { useSurveyResults } from '../api'
import { CommunityFirst } from '../components/no-form'
import { surveysText } from '../text'
import { type ResultLine, resultLines } from '../words'
import { Lead } from '../../../shared/ui/lead'

type Results = Reply<typeof getSurveyResults>

export default function ResultsPage() {
  const { id = '', division = '' } = useRouter().params
  const own = useCommunity()?.code ?? ''
  const where = division === '' ? own : division
  return (
    <Page title={surveysText.resultsTitle}>
      {id === '' ? (
        <Blank picture="sign" title={frameText.gone} help={surveysText.noSurvey} alert>
          <Button onTap={() => goTab('home')}>{surveysText.home}</Button>
        </Blank>
      ) : where === '' ? (
        <CommunityFirst />
      ) : (
        <Asked id={id} division={where} />
      )}
    </Page>
  )
}

function Asked({ id, division }: { id: string; division: string }) {
  const query = useSurveyResults(id, division)
  const now = useNow()
  return (
    <Answered query={query} blocks={[90, 240, 240]}>
      {(results) =>
        results.published ? (
          <Shown results={results} />
        ) : (
          <Blank
            picture="bench"
            title={surveysText.notYet}
            help={surveysText.notYetHelp(` ${dayWords(results.survey.endsOn, now)} `)}
          >
            <Button look="ghost" onTap={() => goTab('home')}>
              {surveysText.home}
            </Button>
          </Blank>
        )
      }
    </Answered>
  )
}

/** Numbers first; the bars only repeat them. */
function Shown({ results: { survey, division, questions, byPhone, onPaper } }: { results: Results }) {
  return (
    <>
      <Lead picture="book" title={survey.title}>
        {surveysText.where(division.name)}
      </Lead>
      <Box as="p" className="muted">
        {surveysText.ways(byPhone, onPaper)}
      </Box>
      {survey.questions.map((question, n) => {
        const result = questions[n]
        const lines = result === undefined ? null : resultLines(question, result)
        return (
          <Card key={question.title} title={`${n + 1}. ${question.title}`}>
            {lines === null ? (
              <Box className="muted">{surveysText.few}</Box>
            ) : (
              <>
                <Box className="muted">{surveysText.answers(result?.of ?? 0)}</Box>
                {lines.some(({ share }) => isRough(share)) && (
                  <Box className="muted">{surveysText.roughHelp}</Box>
                )}
                <Box as="ul">
                  {lines.map((line) => (
                    <Line key={line.word} line={line} />
                  ))}
                </Box>
              </>
            )}
          </Card>
        )
      })}
    </>
  )
}

const Line = ({ line: { word, share } }: { line: ResultLine }) => (
  <Box as="li" className="survey-result">
    <Box className="survey-result__words">
      <Box as="span">{word}</Box>
      <Box as="span" className="survey-result__count">
        {shareWords(share)}
      </Box>
    </Box>
    <ShareBar {...share} />
  </Box>
)
