import './icon.css'
import { Box } from './box'

export type IconName =
  | 'room'
  | 'care'
  | 'law'
  | 'hand'
  | 'tel'
  | 'home'
  | 'grid'
  | 'doc'
  | 'me'
  | 'back'
  | 'next'
  | 'bell'
  | 'people'
  | 'step-free'
  | 'area'
  | 'check'
  | 'clock'
  | 'search'
  | 'close'
  | 'place'
  | 'desk'
  | 'key'
  | 'offline'
  | 'plus'
  | 'minus'

/** One line icon, always beside words that say the same. */
export const Icon = ({ name, big }: { name: IconName; big?: boolean }) => (
  <Box as="span" decorative className={`icon icon-${name} ${big === true ? 'icon--big' : ''}`} />
)
