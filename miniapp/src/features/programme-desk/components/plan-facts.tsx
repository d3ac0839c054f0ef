import type { Programme } from '@linli/contracts/programmes'
import { pages } from '../../../shared/navigation/pages'
import { dateSpanWords, momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { editText } from '../edit-text'
import { programmeText } from '../programme-text'
import { weeklyWords } from '../../../shared/time/schedule-words'

/** The plan in words, and the pages that residents see. */
export function PlanFacts({ one }: { one: Programme }) {
  const now = useNow()
  return (
    <Card title={programmeText.facts}>
      <Fact name={programmeText.community}>{one.communityName}</Fact>
      <Fact name={programmeText.place}>{one.place}</Fact>
      <Fact name={programmeText.dates}>{dateSpanWords(one.startsOn, one.endsOn, now)}</Fact>
      <Fact name={programmeText.times}>{weeklyWords(one.weekly)}</Fact>
      <Fact name={programmeText.signUp}>
        {programmeText.span(momentWords(one.opensAt, now), momentWords(one.closesAt, now))}
      </Fact>
      <Fact name={programmeText.mode}>{editText.modes[one.mode]}</Fact>
      {one.state !== 'draft' && (
        <Button look="plain" to={pages.programme(one.id)}>
          {programmeText.publicPage}
        </Button>
      )}
      {one.draw !== null && one.state !== 'draft' && (
        <Button look="plain" to={pages.draw(one.id)}>
          {programmeText.drawPage}
        </Button>
      )}
    </Card>
  )
}
