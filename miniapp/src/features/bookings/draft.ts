import type { Purpose } from '@linli/contracts/rooms'
import { useState } from 'react'
import { recall, store } from '../../shared/storage'

export interface BookingDraft {
  purpose: Purpose | null
  attendees: number | null
  note: string
  contactName: string
}

const empty: BookingDraft = { purpose: null, attendees: null, note: '', contactName: '' }
/** Names of drafts begin so: they go when their person does. */
const name = 'draft.booking'

/** What has been filled in survives a closed app; sent, only the habit (purpose and number) stays for next time. */
export function useDraft() {
  const [draft, setDraft] = useState<BookingDraft>(() => ({ ...empty, ...recall<BookingDraft>(name) }))
  return {
    draft,
    change(part: Partial<BookingDraft>) {
      const next = { ...draft, ...part }
      store(name, next)
      setDraft(next)
    },
    sent: () => store(name, { ...draft, note: '', contactName: '' }),
  }
}
