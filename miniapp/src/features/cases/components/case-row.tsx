import './case-row.css'
import type { CaseSummary } from '@linli/contracts/cases'
import { typeWord } from '@linli/contracts/words'
import { stateWords, whatWords, whenWords } from '../../../shared/cases/case-words'
import { pages } from '../../../shared/navigation/pages'
import { stateTone } from '../../../shared/cases/terms'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { casesText } from '../text'

export function CaseRow({ one, now }: { one: CaseSummary; now: number }) {
  const { booking } = one
  const open = booking !== null && one.state === 'pending' && now < Date.parse(booking.startsAt)
  const asked = open && one.waitingFor === 'party'
  const [first, second] =
    booking === null
      ? [whatWords(one), [typeWord[one.type], whenWords(one, now)].filter(Boolean).join(' · ')]
      : [whenWords(one, now), whatWords(one)]
  return (
    <Tap className="case-row" to={pages.case(one.id)}>
      <StateTag tone={asked ? 'bad' : stateTone[one.state]}>
        {asked ? casesText.asked : stateWords(one, now)}
      </StateTag>
      <Box className="case-row__when">{first}</Box>
      <Box className="muted">{`${second} · ${one.communityName}`}</Box>
    </Tap>
  )
}
