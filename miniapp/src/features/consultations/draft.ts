import type { Intake, Topic, Urgency } from '@linli/contracts/consultation-thread'
import { useCallback, useRef, useState } from 'react'
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
  /** Ids of pictures that were handed in. */
  files: string[]
  opposite: string
  reach: Intake['reach'] | null
  unnamed: boolean
}

const empty: MatterDraft = {
  ...{ step: 0, urgency: null, topic: null, happenedOn: '', words: '', opposite: '', reach: null },
  ...{ unnamed: false, files: [] },
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
  // Pictures arrive while somebody writes: each part is put into what there is by then.
  const now = useRef(draft)
  const change = useCallback(
    (part: Partial<MatterDraft>) => {
      now.current = { ...now.current, ...part }
      store(name, { ...now.current, owner } satisfies Owned)
      setDraft(now.current)
    },
    [owner],
  )
  /** The page shows what was sent until the next one is there. */
  const sent = () => forget(name)
  return { draft, change, sent }
}
