import { elderKindWord, standingWord, wayWord } from '@linli/contracts/visit-words'
import type { RosterElder, Standing } from '@linli/contracts/visits'
import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { StateTag } from '../../../shared/ui/tag'
import type { Tone } from '../../../shared/ui/tone'
import { outcomeShort, visitsText } from '../text'

const tones: Record<Standing, Tone> = { due: 'wait', seen: 'good', hospital: 'quiet', refused: 'quiet' }

/** Where somebody stands this month, in words. */
export const ElderTags = ({ one, waits }: { one: RosterElder; waits?: boolean }) => (
  <Box className="elder__tags">
    {waits === true && <StateTag tone="quiet">{visitsText.waits}</StateTag>}
    <StateTag tone="quiet">{elderKindWord[one.kind]}</StateTag>
    {one.urgent ? (
      <StateTag tone="bad">{visitsText.urgent}</StateTag>
    ) : (
      <StateTag tone={tones[one.standing]}>{standingWord[one.standing]}</StateTag>
    )}
  </Box>
)

export const lastWords = ({ last }: Pick<RosterElder, 'last'>, now: number): string =>
  last === null
    ? visitsText.never
    : visitsText.last(momentWords(last.at, now), wayWord[last.way], outcomeShort(last.outcome, last.way))
