import type { CaseSummary } from '@linli/contracts/cases'
import type { Grant } from '@linli/contracts/identity'
import { useState } from 'react'
import { deskPartsOf } from '../../shared/cases/desk-parts'
import { useMe } from '../../shared/session/session'
import { decidesAt } from '../../shared/staff/grants'

/**
 * Which of a list are chosen to be decided together: of one service, and only while they can be.
 * Who only watches over the desk chooses nothing there.
 */
export function useSelection(all: readonly CaseSummary[], grant: Grant) {
  const decides = decidesAt(useMe(), grant)
  const [ids, setIds] = useState<readonly string[]>([])
  const manyOf = (one: CaseSummary) => deskPartsOf(one)?.many
  const can = (one: CaseSummary) => decides && manyOf(one)?.of.includes(one.state) === true
  const chosen = all.filter((one) => ids.includes(one.id) && can(one))
  const [first] = chosen
  const may = (one: CaseSummary) => can(one) && (first === undefined || manyOf(first) === manyOf(one))
  return {
    chosen,
    may,
    has: (id: string) => chosen.some((one) => one.id === id),
    toggle(id: string) {
      const one = all.find((each) => each.id === id)
      if (one === undefined || !may(one)) return
      setIds(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id])
    },
    chooseAll: () => setIds(all.filter(may).map(({ id }) => id)),
    clear: () => setIds([]),
  }
}

export type Selection = ReturnType<typeof useSelection>
