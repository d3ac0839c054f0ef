import type { Question } from '@linli/contracts/surveys'
import { isRough, shareWords } from '../../../shared/words/share-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { ShareBar } from '../../../shared/ui/share-bar'
import { useResults } from '../api'
import { surveyText } from '../text'
import { type QuestionResult, resultRows } from '../words'

/** What was answered in a division, once it is over. */
export function Results({ id, division }: { id: string; division: string }) {
  const query = useResults(id, division)
  return (
    <Answered query={query} blocks={[200, 200]}>
      {({ published, questions, byPhone, onPaper, survey, division: place }) =>
        published ? (
          <>
            <Box as="h2" className="title">
              {surveyText.resultsOf(place.name)}
            </Box>
            <Box className="muted">{surveyText.ways(byPhone, onPaper)}</Box>
            {survey.questions.map((question, n) => (
              <Result key={n} question={question} result={questions[n] ?? { of: null, shares: null }} />
            ))}
          </>
        ) : (
          <Card title={surveyText.results}>
            <Box>{surveyText.resultsLater}</Box>
          </Card>
        )
      }
    </Answered>
  )
}

interface Props {
  question: Question
  result: QuestionResult
}

/** Each option with its number and its bar; a list that reads as text. */
function Result({ question, result }: Props) {
  const rows = resultRows(question, result)
  return (
    <Card title={question.title}>
      <Box className="muted">{rows === null ? surveyText.hidden : surveyText.answered(result.of ?? 0)}</Box>
      {rows?.some(({ share }) => isRough(share)) === true && (
        <Box className="muted">{surveyText.roughHelp}</Box>
      )}
      {rows !== null && (
        <Box as="ul">
          {rows.map(({ option, share }) => (
            <Box as="li" key={option} className="sv-line">
              <Box className="between">
                <Box>{option}</Box>
                <Box className="strong">{shareWords(share)}</Box>
              </Box>
              <ShareBar {...share} />
            </Box>
          ))}
        </Box>
      )}
    </Card>
  )
}
