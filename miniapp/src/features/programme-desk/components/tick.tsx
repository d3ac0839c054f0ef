import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'

interface Props {
  on: boolean
  children: string
  onTap: () => void
}

/** Yes or no, in words. */
export const Tick = ({ on, children, onTap }: Props) => (
  <Tap className={`tick ${on ? 'tick--on' : ''}`} role="switch" checked={on} onTap={onTap}>
    <Box as="span" decorative className="tick__box">
      {on && <Icon name="check" />}
    </Box>
    <Box as="span">{children}</Box>
  </Tap>
)
