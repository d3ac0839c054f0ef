import type { Survey } from '@linli/contracts/surveys'
import { goTab } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { dayWords } from '../../../shared/time/time-words'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { surveysText } from '../text'

interface Props {
  survey: Survey
  community: string
  now: number
}

const Home = () => (
  <Button look="ghost" onTap={() => goTab('home')}>
    {surveysText.home}
  </Button>
)

/** Answered now, or before. */
export const Thanks = ({ survey, now, fresh }: Props & { fresh: boolean }) => (
  <Blank
    picture="tea"
    title={fresh ? surveysText.thanks : surveysText.answered}
    help={surveysText.thanksHelp(` ${dayWords(survey.endsOn, now)} `)}
  >
    <Home />
  </Blank>
)

/** Before its first day, or after its last. */
export function NotOpen({ survey, community, now }: Props) {
  const days = surveysText.notOpenHelp(dayWords(survey.startsOn, now), dayWords(survey.endsOn, now))
  return (
    <Blank picture="bench" title={surveysText.notOpen} help={days}>
      <Button to={pages.surveyResults(survey.id, community)}>{surveysText.results}</Button>
      <Home />
    </Blank>
  )
}

export const Waits = () => (
  <Blank picture="wire" title={surveysText.waits} help={surveysText.waitsHelp}>
    <Home />
  </Blank>
)

/** Results are counted by community, so there has to be one. */
export const CommunityFirst = () => (
  <Blank picture="home" title={surveysText.chooseFirst} help={surveysText.chooseHelp}>
    <Button to={pages.communities}>{surveysText.choose}</Button>
  </Blank>
)
