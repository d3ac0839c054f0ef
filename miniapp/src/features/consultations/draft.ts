import type { Intake, Topic, Urgency } from '@linli/contracts/consultation-thread'
import { useState } from 'react'
import { forget, recall, store } from '../../shared/device/storage'
import { draftName } from '../../shared/matters/wipe'
import { useMe } from '../../shared/session/session'

export interface MatterDraft {
  /** Which screen was open last. */
  step: number
  urgency: Urgency | null
  topic: Topic | null
  happenedOn: string
  words: string
  opposite: string
  reach: Intake['reach'] | null
  unnamed: boolean
}

const empty: MatterDraft = {
  ...{ step: 0, urgency: null, topic: null, happenedOn: '', words: '', opposite: '', reach: null },
  unnamed: false,
}
const name = draftName('ask')

interface Owned extends Partial<MatterDraft> {
  owner?: string | null
}

/** A person's own, or what was written before signing in; what somebody else wrote does not show. */
function draftOf(owner: string | null): MatterDraft {
  const kept = recall<Owned>(name)
  if (kept === null || (kept.owner ?? owner) !== owner) return empty
  const { owner: _, ...draft } = kept
  return { ...empty, ...draft }
}

/** What was answered survives a reload and a lost network, and is gone once it was sent, or by 快速离开. */
export function useDraft() {
  const owner = useMe()?.id ?? null
  const [draft, setDraft] = useState(() => draftOf(owner))
  return {
    draft,
    change(part: Partial<MatterDraft>) {
      const next = { ...draft, ...part }
      store(name, { ...next, owner } satisfies Owned)
      setDraft(next)
    },
    /** The page shows what was sent until the next one is there. */
    sent: () => forget(name),
  }
}
