import type { DayPart, Help } from '@linli/contracts/need-case'
import { useState } from 'react'
import { recall, store } from '../../shared/device/storage'
import { useMe } from '../../shared/session/session'

/** How the day is chosen; `other`: by the field. */
export type DayChoice = 'any' | 'today' | 'tomorrow' | 'other'

export interface NeedDraft {
  help: Help | null
  wish: string
  place: string
  choice: DayChoice
  day: string
  part: DayPart
}

const empty: NeedDraft = { help: null, wish: '', place: '', choice: 'any', day: '', part: 'any' }
/** Names of drafts begin so: they go when their person does. */
const name = 'draft.need'

interface Owned extends Partial<NeedDraft> {
  owner?: string | null
}

/** What has been filled in survives a closed app; what somebody else filled in does not show. */
export function useNeedDraft() {
  const owner = useMe()?.id ?? null
  const [draft, setDraft] = useState<NeedDraft>(() => {
    const kept = recall<Owned>(name)
    return { ...empty, ...((kept?.owner ?? owner) === owner ? kept : null) }
  })
  return {
    draft,
    change(part: Partial<NeedDraft>) {
      const next = { ...draft, ...part }
      store(name, { ...next, owner } satisfies Owned)
      setDraft(next)
    },
    sent: () => store(name, { ...empty, owner } satisfies Owned),
  }
}
