import type { Figure } from '@linli/contracts/figures'
import { Box } from '../../../shared/ui/base/box'
import { figuresText } from '../text'
import { baseWords, isHidden, valueWords } from '../words'

/** The figures of one stretch of time, each with its name and what it is of. */
export const Tiles = ({ figures }: { figures: readonly Figure[] }) => (
  <Box as="ul" className="fig-tiles">
    {figures.map((one) => (
      <Box as="li" key={one.key} className={`fig-tile fig-tile--${one.key}`}>
        <Box className="muted">{figuresText.name[one.key]}</Box>
        <Box className={isHidden(one) ? 'fig-tile__hidden' : 'fig-tile__value'}>{valueWords(one)}</Box>
        {baseWords(one) !== '' && <Box className="muted">{baseWords(one)}</Box>}
      </Box>
    ))}
  </Box>
)
