import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'

interface Props {
  on: boolean
  under?: string
  children: string
  onTap: () => void
}

/** Yes or no, in words. */
export const Switch = ({ on, under, children, onTap }: Props) => (
  <Tap className="row" role="switch" checked={on} label={children} onTap={onTap}>
    <Box className="row__words">
      <Box>{children}</Box>
      {under !== undefined && <Box className="muted">{under}</Box>}
    </Box>
    <Box as="span" decorative className={`switch ${on ? 'switch--on' : ''}`} />
  </Tap>
)
