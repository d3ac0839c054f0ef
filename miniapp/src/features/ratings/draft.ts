import { useState } from 'react'
import { useMe } from '../../shared/session/session'
import { forget, recall, store } from '../../shared/device/storage'
import type { RatingDraft } from './said'

const empty: RatingDraft = { grade: null, reasons: [], text: '', publish: false, named: false }
/** Names of drafts begin so: they go when their person does. */
const name = 'draft.rating'

interface Owned extends Partial<RatingDraft> {
  owner?: string | null
  caseId?: string
}

function draftOf(owner: string | null, caseId: string | null): RatingDraft {
  const kept = caseId === null ? null : recall<Owned>(name)
  if (kept === null || kept.owner !== owner || kept.caseId !== caseId) return empty
  const { grade = null, reasons = [], text = '', publish = false, named = false } = kept
  return { grade, reasons, text, publish, named }
}

export interface UsedDraft {
  draft: RatingDraft
  change: (part: Partial<RatingDraft>) => void
  sent: () => void
}

/** What has been filled in survives a closed app. Without a case, on whoever's telephone, it stays in memory. */
export function useDraft(caseId: string | null): UsedDraft {
  const owner = useMe()?.id ?? null
  const [draft, setDraft] = useState(() => draftOf(owner, caseId))
  return {
    draft,
    change(part) {
      const next = { ...draft, ...part }
      if (caseId !== null) store(name, { ...next, owner, caseId } satisfies Owned)
      setDraft(next)
    },
    sent() {
      if (caseId !== null) forget(name)
      setDraft(empty)
    },
  }
}
