import type { GroupRule } from '@linli/contracts/line'
import { useState } from 'react'
import { useMe } from '../../shared/session'
import { recall, store } from '../../shared/storage'

export type SiblingRule = Exclude<GroupRule, 'one'>

interface Kept {
  owner: string | null
  /** Children who are not to be signed up here. */
  without: string[]
  siblings: SiblingRule
}

/** As many as one request takes. */
const most = 4

/**
 * Who is to be signed up, chosen before the opening and remembered until then: everybody who may, unless the guardian
 * takes one out.
 */
export function useChoice(programmeId: string, ready: readonly string[]) {
  const owner = useMe()?.id ?? null
  const name = `draft.sign-up.${programmeId}`
  const [all, setAll] = useState(() => recall<Kept>(name))
  const kept: Kept = all?.owner === owner ? all : { owner, without: [], siblings: 'any' }
  const keep = (next: Kept) => {
    store(name, next)
    setAll(next)
  }
  const chosen = ready.filter((id) => !kept.without.includes(id)).slice(0, most)
  return {
    chosen,
    siblings: kept.siblings,
    /** How siblings go: alone where there is only one. */
    group: (chosen.length === 1 ? 'one' : kept.siblings) as GroupRule,
    toggle(id: string) {
      const without = kept.without.includes(id)
        ? kept.without.filter((one) => one !== id)
        : [...kept.without, id]
      keep({ ...kept, without })
    },
    /** Everybody who may, again. */
    takeAll: () => keep({ ...kept, without: [] }),
    setSiblings: (siblings: SiblingRule) => keep({ ...kept, siblings }),
  }
}

export type Choice = ReturnType<typeof useChoice>
