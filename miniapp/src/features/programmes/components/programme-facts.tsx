import type { Programme } from '@linli/contracts/programmes'
import { circumstanceWord } from '@linli/contracts/words'
import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { listText, programmeText as text } from '../text'
import { weeklyWords } from '../../../shared/time/schedule-words'
import { datesWords, skipsWords, whoWords } from '../words'

/** When, where and for whom. */
export function PlanCard({ one, now }: { one: Programme; now: number }) {
  const who = whoWords(one)
  return (
    <Card title={text.plan}>
      <Fact name={text.dates}>{datesWords(one.startsOn, one.endsOn, now)}</Fact>
      <Fact name={text.weekly}>{weeklyWords(one.weekly)}</Fact>
      {one.skips.length > 0 && <Fact name={text.skips}>{skipsWords(one.skips, now)}</Fact>}
      <Fact name={text.place}>{`${one.communityName} · ${one.place}`}</Fact>
      <Fact name={text.takesWho}>{who === null ? listText.everybody : `${who}${text.firstDay}`}</Fact>
      <Fact name={text.places}>{text.placesOf(one.capacity, one.classes)}</Fact>
      <Fact name={text.signUpFrom}>
        {`${momentWords(one.opensAt, now)} 至 ${momentWords(one.closesAt, now)}`}
      </Fact>
      {one.about !== null && <Fact name={text.about}>{one.about}</Fact>}
    </Card>
  )
}

/** How the places are given: the published rules, as everybody may hold the community to them. */
export const RulesCard = ({ one, now }: { one: Programme; now: number }) => (
  <Card title={text.rules}>
    <Box as="p">{text.mode[one.mode]}</Box>
    {one.priority.length > 0 && (
      <Box className="after-card">
        <Box>{text.priority}</Box>
        <Box as="ul">
          {one.priority.map(({ circumstance, points }) => (
            <Box as="li" key={circumstance}>
              {text.points(circumstanceWord[circumstance], points)}
            </Box>
          ))}
        </Box>
        <Box className="muted">{text.pointsHelp[one.mode]}</Box>
      </Box>
    )}
    <Box as="p" className="muted after-card">
      {text.refillUntil(datesWords(one.refillUntil, one.refillUntil, now))}
    </Box>
  </Card>
)
