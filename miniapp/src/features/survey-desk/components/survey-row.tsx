import type { Survey } from '@linli/contracts/surveys'
import { pages } from '../../../shared/navigation/pages'
import { dateSpanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { surveyText } from '../text'
import { standing } from '../words'

export function SurveyRow({ one, now }: { one: Survey; now: number }) {
  const { words, tone } = standing(one, now)
  return (
    <Tap className="sv-row" to={pages.deskSurvey(one.id)}>
      <Box className="between">
        <Box className="strong">{one.title}</Box>
        <StateTag tone={tone}>{words}</StateTag>
      </Box>
      <Box className="muted">
        {[
          one.divisionName,
          surveyText.days(dateSpanWords(one.startsOn, one.endsOn, now)),
          surveyText.questions(one.questions.length),
        ].join(' · ')}
      </Box>
    </Tap>
  )
}
