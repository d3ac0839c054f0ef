import type { ProgrammeSummary } from '@linli/contracts/programmes'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Pictured } from '../../../shared/ui/pictured'
import { StateTag } from '../../../shared/ui/tag'
import { phaseNow, phaseTone, phaseWords } from '../phase'
import { listText } from '../text'
import { weeklyWords } from '../../../shared/time/schedule-words'
import { datesWords, whoWords } from '../words'

/** One programme in the list: where it stands, then what it is. */
export const ProgrammeCard = ({ one, now }: { one: ProgrammeSummary; now: number }) => (
  <Pictured picture="children" to={pages.programme(one.id)}>
    <StateTag tone={phaseTone[phaseNow(one, now)]}>{phaseWords(one, now)}</StateTag>
    <Box className="pictured__name">{one.name}</Box>
    <Box className="muted">
      {`${listText.kind[one.kind]} · ${whoWords(one) ?? listText.everybody} · ${one.communityName}`}
    </Box>
    <Box className="muted">{`${datesWords(one.startsOn, one.endsOn, now)} · ${weeklyWords(one.weekly)}`}</Box>
  </Pictured>
)
