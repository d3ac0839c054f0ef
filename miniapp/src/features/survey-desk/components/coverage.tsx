import type { getSurveyCoverage } from '@linli/contracts/surveys'
import { pages } from '../../../shared/navigation/pages'
import type { Reply } from '../../../shared/http/request'
import { dateWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Listed } from '../../../shared/ui/answers/listed'
import { Row } from '../../../shared/ui/row'
import { ShareBar } from '../../../shared/ui/share-bar'
import { useCoverage } from '../api'
import { surveyText } from '../text'

type Answer = Reply<typeof getSurveyCoverage>

interface Props {
  id: string
  division: string
}

/** How many communities have answered at all, division by division. */
export function Coverage({ id, division }: Props) {
  const query = useCoverage(id, division)
  const first = query.data?.pages[0]
  return (
    <Card title={surveyText.coverage}>
      <Listed query={query} blocks={[60, 60, 60]} of={(page) => page.below}>
        {(below) => (
          <>
            {first !== undefined && <Reached of={first} />}
            {below.map((one) => (
              <BelowRow key={one.division.code} id={id} one={one} />
            ))}
          </>
        )}
      </Listed>
    </Card>
  )
}

function Reached({ of: { asOf, reached, communities } }: { of: Answer }) {
  if (asOf === null) return <Box className="muted">{surveyText.noMorning}</Box>
  const share = communities === 0 ? 0 : reached / communities
  return (
    <>
      <Box>{surveyText.reached(reached, communities)}</Box>
      <ShareBar low={share} high={share} />
      <Box className="muted">{`${surveyText.asOf(dateWords(asOf))}。${surveyText.coverageHelp}`}</Box>
    </>
  )
}

const BelowRow = ({ id, one }: { id: string; one: Answer['below'][number] }) => (
  <Row
    title={one.division.name}
    under={one.division.level === 'community' ? undefined : surveyText.of(one.reached, one.communities)}
    end={surveyText.answers(one.answers)}
    to={pages.deskSurvey(id, one.division.code)}
  />
)
