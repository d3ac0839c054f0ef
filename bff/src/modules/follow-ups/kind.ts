/** The follow-up of a rating, told to the spine. */
import { followUpDeclaration } from '@linli/contracts/follow-up-case'
import type { Kind } from '../cases/kind'
import { type FollowUpFacts, followUpFacts } from './facts'

const shown = ({ ratedId, grade }: FollowUpFacts) => ({ ratedId, grade })

export const followUpKind: Kind<FollowUpFacts> = {
  ...followUpDeclaration,
  // Who works on a follow-up must not learn whose it is: they read it where it is handled.
  readByStaff: false,
  rated: false,
  dayless: true,
  keepsFromLeaving: false,
  facts: followUpFacts,
  conditions: {
    not_appealed: ({ appealed }) => !appealed,
    appealed: ({ reviewing }) => reviewing === 'appeal',
    objected: ({ reviewing }) => reviewing === 'verdict',
    not_extended: ({ extended }) => !extended,
    not_named: ({ named }) => !named,
    not_supplemented: ({ supplemented }) => !supplemented,
    before_stop: ({ stopAt }, _row, now) => now < stopAt,
    late: ({ escalatedDue }, { waitingFor, dueAt }, now) =>
      waitingFor === 'staff' && dueAt !== null && dueAt < now && escalatedDue?.getTime() !== dueAt.getTime(),
  },
  summary: shown,
  detail: shown,
}
