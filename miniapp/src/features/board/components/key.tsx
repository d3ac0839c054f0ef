import type { Look } from '../lanes'
import { Box } from '../../../shared/ui/base/box'
import { boardText as text, lookWord } from '../text'

const looks: readonly Look[] = ['used', 'stands', 'waits', 'late', 'held', 'past', 'missed']

const others = [
  ['blk blk--closed', text.closedKey],
  ['blk blk--closed blk--takeover', text.takeoverKey],
  ['board__clean', text.cleaning],
  ['board__shut', text.shut],
] as const

/** What the colours of a day mean, each with the word that stands in it, too. */
export const DayKey = () => (
  <Box className="board__key" role="list" label={text.key}>
    {looks.map((look) => (
      <Box key={look} className={`blk blk--${look}`} role="listitem">
        {lookWord[look]}
      </Box>
    ))}
    {others.map(([className, word]) => (
      <Box key={word} className={`${className} board__said`} role="listitem">
        {word}
      </Box>
    ))}
    <Box className="blk blk--stands" role="listitem">
      {text.seriesKey}
    </Box>
  </Box>
)

/** The same for the bars of a week. */
export const WeekKey = () => (
  <Box className="board__key" role="list" label={text.key}>
    {looks.map((look) => (
      <Box key={look} className="board__swatch" role="listitem">
        <Box as="span" className={`board__bit board__bit--${look}`} />
        {lookWord[look]}
      </Box>
    ))}
    <Box className="board__swatch" role="listitem">
      <Box as="span" className="board__bit board__bit--closed" />
      {text.closedKey}
    </Box>
  </Box>
)
