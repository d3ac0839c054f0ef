/** Told to the spine: who reads it, what is shown of it, and what follows from its moves. */
import { consultationDeclaration } from '@linli/contracts/consultation-case'
import type { Kind } from '../cases/kind'
import { moved } from './moved'
import { onLeave, type ConsultationFacts, consultationFacts } from './store'

export const consultationKind: Kind<ConsultationFacts> = {
  ...consultationDeclaration,
  readByStaff: true,
  rated: false,
  keepsFromLeaving: true,
  facts: consultationFacts,
  summary: ({ urgent }) => ({ urgent }),
  detail: ({ urgent, wish }, _row, { words }) => ({ urgent, wish: words ? wish : null }),
  exported: { labels: { urgent: '急', wish: '您写的' }, of: ({ urgent, wish }) => ({ urgent, wish }) },
  onLeave,
  actionWords: {},
  moved,
}
