import type { HomeWords } from './face'
import type { Drawing } from '../ui/drawing'

/** What a ticket shows at its head: its room, its own small drawing, or a letter, which says nothing of what it is. */
export const ticketHead = ({
  picture,
  spot,
}: Pick<HomeWords, 'picture' | 'spot'>): { picture?: Drawing; spot?: Drawing } =>
  picture === undefined ? { spot: spot ?? 'post' } : { picture }
