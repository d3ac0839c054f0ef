import type { CaseDetail } from '@linli/contracts/cases'
import { casePartsOf } from '../../../shared/cases/case-parts'
import { HistoryCard } from './history-card'
import { LineCard } from './line-card'
import { OfferCard } from './offer-card'

/** The waiting line's part of a case of any type: the place while it waits, the offer while it is kept. */
export function Line({ one }: { one: CaseDetail }) {
  if (one.readAs !== 'party') return null
  // Elsewhere these states are words of the service's own.
  const parts = casePartsOf(one)
  if (parts !== undefined && parts.line === undefined) return null
  if (one.state === 'waiting') {
    return (
      <>
        <LineCard one={one} />
        <HistoryCard one={one} />
      </>
    )
  }
  return one.state === 'held' ? <OfferCard one={one} /> : null
}
