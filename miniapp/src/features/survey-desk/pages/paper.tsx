import '../components/survey-desk.css'
import type { Survey } from '@linli/contracts/surveys'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pages } from '../../../shared/pages'
import type { Place } from '../../../shared/use-communities'
import { Answered } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/ui/choice'
import { InCommunities } from '../../../shared/ui/in-communities'
import { Scoped } from '../../../shared/ui/scoped'
import { useSurvey } from '../api'
import { Paper } from '../components/paper'
import { paperText, planText } from '../text'

/** Sheets of paper are entered one after the other, for one community at a time. */
export default function PaperPage() {
  const { id = '' } = useRouter().params
  const query = useSurvey(id)
  return (
    <Scoped title={paperText.title} returnTo={pages.paperAnswers(id)} className="sv sv-paper">
      {(grant) => (
        <Answered query={query} blocks={[90, 120, 120]}>
          {(one) =>
            one.can.includes('enter_paper') ? (
              <InCommunities grant={grant}>
                {(places) => <Entering survey={one} places={places} />}
              </InCommunities>
            ) : (
              <Closed id={id} />
            )
          }
        </Answered>
      )}
    </Scoped>
  )
}

function Entering({ survey, places }: { survey: Survey; places: readonly [Place, ...Place[]] }) {
  const [chosen, setChosen] = useState(places[0].code)
  const community = places.find((one) => one.code === chosen)?.code ?? places[0].code
  return (
    <>
      <Box as="h2" className="title">
        {survey.title}
      </Box>
      {places.length > 1 && (
        <Choice
          label={paperText.community}
          options={places.map(({ code, name }) => ({ value: code, word: name }))}
          chosen={community}
          onChoose={setChosen}
        />
      )}
      <Paper key={community} survey={survey} community={community} />
    </>
  )
}

const Closed = ({ id }: { id: string }) => (
  <Blank icon="clock" title={paperText.closed} help={paperText.closedHelp}>
    <Button to={pages.deskSurvey(id)}>{planText.toSurvey}</Button>
  </Blank>
)
