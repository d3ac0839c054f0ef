import '../components/survey-desk.css'
import type { Survey } from '@linli/contracts/surveys'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePicked } from '../../../shared/community'
import { pages } from '../../../shared/pages'
import type { Place } from '../../../shared/use-communities'
import { Answered } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/ui/choice'
import { InCommunities } from '../../../shared/ui/in-communities'
import { Row } from '../../../shared/ui/row'
import { Scoped } from '../../../shared/ui/scoped'
import { useSurvey } from '../api'
import { Paper } from '../components/paper'
import { paperText, planText } from '../text'

/** More than these are looked for by name. */
const mostInSight = 8

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
                {(places) => <Entering survey={one} division={grant.division} places={places} />}
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

interface EnteringProps {
  survey: Survey
  division: string
  places: readonly [Place, ...Place[]]
}

function Entering({ survey, division, places }: EnteringProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const picked = usePicked()
  const many = places.length > mostInSight
  // Of several none is chosen for the reader: a sheet is quickly booked to the wrong place.
  const place = places.length === 1 ? places[0] : places.find((one) => one.code === (many ? picked : chosen))
  return (
    <>
      <Box as="h2" className="title">
        {survey.title}
      </Box>
      {many && (
        <Card>
          <Row
            title={place?.name ?? paperText.community}
            under={place === undefined ? paperText.chooseFirst : paperText.community}
            end={place === undefined ? paperText.choose : paperText.another}
            to={pages.communitiesBelow(division)}
          />
        </Card>
      )}
      {!many && places.length > 1 && (
        <Choice
          label={paperText.community}
          options={places.map((one) => ({ value: one.code, word: one.name }))}
          chosen={place?.code ?? null}
          onChoose={setChosen}
        />
      )}
      {place === undefined ? (
        !many && <Box className="muted">{paperText.chooseFirst}</Box>
      ) : (
        <Paper key={place.code} survey={survey} community={place.code} />
      )}
    </>
  )
}

const Closed = ({ id }: { id: string }) => (
  <Blank icon="clock" title={paperText.closed} help={paperText.closedHelp}>
    <Button to={pages.deskSurvey(id)}>{planText.toSurvey}</Button>
  </Blank>
)
