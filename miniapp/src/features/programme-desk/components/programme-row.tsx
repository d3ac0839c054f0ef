import type { ProgrammeSummary } from '@linli/contracts/programmes'
import { pages } from '../../../shared/navigation/pages'
import { dateSpanWords, momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { listText, phaseWord } from '../text'
import { weeklyWords } from '../../../shared/time/schedule-words'
import { phaseTone } from '../words'
import { Filled } from './filled'

/** One programme: how it stands, and how far it has filled. */
export function ProgrammeRow({ one, now }: { one: ProgrammeSummary; now: number }) {
  return (
    <Tap className="pd-row" to={pages.deskProgramme(one.id)}>
      <Box className="between">
        <Box className="strong">{one.name}</Box>
        <StateTag tone={phaseTone[one.phase]}>{phaseWord[one.phase]}</StateTag>
      </Box>
      <Box className="muted">
        {[one.communityName, dateSpanWords(one.startsOn, one.endsOn, now), weeklyWords(one.weekly)].join(
          ' · ',
        )}
      </Box>
      <Filled one={one} />
      <When one={one} now={now} />
    </Tap>
  )
}

function When({ one, now }: { one: ProgrammeSummary; now: number }) {
  const words =
    one.phase === 'announced' || one.phase === 'draft'
      ? listText.opens(momentWords(one.opensAt, now))
      : one.phase === 'open' || one.phase === 'full'
        ? listText.closes(momentWords(one.closesAt, now))
        : null
  return words === null ? null : <Box className="muted">{words}</Box>
}
