import type { Figure } from '@linli/contracts/figures'
import { Box } from '../../../shared/ui/base/box'
import { figuresText } from '../text'
import { isHidden, sentenceOf, valueWords } from '../words'

function lookOf(one: Figure): string {
  if (isHidden(one)) return 'fig-tile__hidden'
  return valueWords(one).length > longest ? 'fig-tile__value fig-tile__value--long' : 'fig-tile__value'
}

/** Up to so many signs stand large in a tile of half a narrow screen. */
const longest = 5

/** The figures of one stretch of time, each with its name and what it says. */
export const Tiles = ({ figures }: { figures: readonly Figure[] }) => (
  <Box as="ul" className="fig-tiles">
    {figures.map((one) => (
      <Box as="li" key={one.key} className={`fig-tile fig-tile--${one.key}`}>
        <Box className="muted">{figuresText.name[one.key]}</Box>
        <Box className={lookOf(one)}>{valueWords(one)}</Box>
        {sentenceOf(one) !== '' && <Box className="muted">{sentenceOf(one)}</Box>}
      </Box>
    ))}
  </Box>
)
