import type { Transition } from './transitions'

/** What a waiting line does to a case of any type (docs/product.md › Rooms, After-school care). Accepting is the type's own. */
export const lineTransitions: readonly Transition[] = [
  { from: 'waiting', action: 'leave', to: 'cancelled', side: 'party' },
  { from: 'waiting', action: 'offer', to: 'held', side: 'system' },
  { from: 'waiting', action: 'move', to: 'waiting', side: 'staff', note: 'required' },
  { from: 'waiting', action: 'lapse', to: 'lapsed', side: 'system', when: ['lapsed'] },
  { from: 'held', action: 'decline', to: 'cancelled', side: 'party', when: ['not_lapsed'] },
  { from: 'held', action: 'lapse', to: 'lapsed', side: 'system', when: ['lapsed'] },
]
