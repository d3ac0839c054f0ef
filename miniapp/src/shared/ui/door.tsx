import './base.css'
import './door.css'
import { Box } from './base/box'
import { Tap } from './base/tap'
import type { Drawing } from './drawing'
import { Picture } from './picture'

interface Props {
  name: string
  /** One live fact. */
  fact?: string | undefined
  picture: Drawing
  tone: 'sand' | 'torch' | 'gold' | 'pine'
  /** `wide` for what is used most, `row` with an example for who is new here. */
  look?: 'wide' | 'row'
  to?: string
  onTap?: () => void
}

/** The way into a service: its tone, a drawing, and what is so just now. */
export const Door = ({ name, fact, picture, tone, look, to, onTap }: Props) => (
  <Tap
    className={`door door--${tone} ${look === undefined ? '' : `door--${look}`}`}
    {...(to === undefined ? {} : { to })}
    {...(onTap === undefined ? {} : { onTap })}
  >
    <Picture of={picture} shape="spot" eager />
    <Box className="door__words">
      <Box className="door__name">{name}</Box>
      {fact !== undefined && <Box className="muted">{fact}</Box>}
    </Box>
  </Tap>
)
