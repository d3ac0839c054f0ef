import './base.css'
import './tag.css'
import { Box } from './base/box'
import { Icon, type IconName } from './base/icon'
import type { Tone } from './tone'

/** A state in words; the colour only repeats them. */
export const StateTag = ({ tone, children }: { tone: Tone; children: string }) => (
  <Box as="span" className={`tag tag--${tone}`}>
    {children}
  </Box>
)

/** A fact about a thing. */
export const Chip = ({ icon, children }: { icon?: IconName; children: string }) => (
  <Box className="chip">
    {icon !== undefined && <Icon name={icon} />}
    {children}
  </Box>
)
