import type { GroupRule } from '@linli/contracts/line'
import { useState } from 'react'
import { useMe } from '../../shared/session/session'
import { recall, store } from '../../shared/device/storage'

export type SiblingRule = Exclude<GroupRule, 'one'>

interface Kept {
  owner: string | null
  /** Children who are to be signed up here. */
  taken: string[]
  /** Null until the guardian has said it. */
  siblings: SiblingRule | null
}

/** As many as one request takes. */
const most = 4

/**
 * Who is to be signed up, chosen before the opening and remembered until then. An only child is taken; of several the
 * guardian says which.
 */
export function useChoice(programmeId: string, ready: readonly string[]) {
  const owner = useMe()?.id ?? null
  const name = `draft.sign-up.${programmeId}`
  const [all, setAll] = useState(() => recall<Kept>(name))
  const kept: Kept =
    all?.owner === owner && Array.isArray(all.taken) ? all : { owner, taken: [], siblings: null }
  const keep = (next: Kept) => {
    store(name, next)
    setAll(next)
  }
  const chosen =
    ready.length === 1 ? [...ready] : ready.filter((id) => kept.taken.includes(id)).slice(0, most)
  return {
    chosen,
    siblings: kept.siblings,
    /** How siblings go: alone where there is only one; null until the guardian has said it. */
    group: (chosen.length === 1 ? 'one' : kept.siblings) as GroupRule | null,
    /** How far it is said who goes, and how. */
    said: { chosen: chosen.length, together: chosen.length < 2 || kept.siblings !== null },
    toggle(id: string) {
      const taken = kept.taken.includes(id) ? kept.taken.filter((one) => one !== id) : [...kept.taken, id]
      keep({ ...kept, taken })
    },
    /** Everybody who may. */
    takeAll: () => keep({ ...kept, taken: [...ready] }),
    setSiblings: (siblings: SiblingRule) => keep({ ...kept, siblings }),
  }
}

export type Choice = ReturnType<typeof useChoice>
