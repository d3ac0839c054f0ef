import type { PriorityGroup } from '@linli/contracts/bookings'
import type { Purpose } from '@linli/contracts/rooms'
import { useState } from 'react'
import { useMe } from '../../shared/session/session'
import { recall, store } from '../../shared/device/storage'

export interface BookingDraft {
  purpose: Purpose | null
  attendees: number | null
  note: string
  contactName: string
  /** Of a wait: whom the room is mainly for; null while it is not said. */
  mainlyFor: PriorityGroup | 'none' | null
}

const empty: BookingDraft = { purpose: null, attendees: null, note: '', contactName: '', mainlyFor: null }
/** Names of drafts begin so: they go when their person does. */
const name = 'draft.booking'

interface Owned extends Partial<BookingDraft> {
  owner?: string | null
}

/** A person's own draft, or what was filled in before signing in; what somebody else filled in does not show. */
function draftOf(owner: string | null): BookingDraft {
  const kept = recall<Owned>(name)
  return { ...empty, ...((kept?.owner ?? owner) === owner ? kept : null) }
}

/** What has been filled in survives a closed app; sent, only the habit (purpose and number) stays for next time. */
export function useDraft(given: Partial<BookingDraft> = {}) {
  const owner = useMe()?.id ?? null
  const [draft, setDraft] = useState(() => ({ ...draftOf(owner), ...given }))
  const keep = (next: BookingDraft) => store(name, { ...next, owner } satisfies Owned)
  return {
    draft,
    change(part: Partial<BookingDraft>) {
      const next = { ...draft, ...part }
      keep(next)
      setDraft(next)
    },
    sent: () => keep({ ...draft, note: '', contactName: '', mainlyFor: null }),
  }
}
