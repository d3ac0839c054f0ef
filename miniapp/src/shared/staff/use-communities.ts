import { listDivisions } from '@linli/contracts/divisions'
import type { Grant } from '@linli/contracts/identity'
import { useCommunity } from '../app-state/community'
import { useAnswer } from '../http/use-answer'

export interface Place {
  code: string
  name: string
}

const lengthOf = { township: 9, community: 12 }

const useDivisionsBelow = (parent: string) =>
  useAnswer(listDivisions, { query: { parent } }, { keep: true, enabled: parent !== '' })

/** The communities of one grant: itself, those of its township, or of a wider one the community that is looked at. */
export function useCommunitiesOf(grant: Grant): Place[] {
  const { division, divisionName } = grant
  const here = useCommunity()
  const below = useDivisionsBelow(division.length === lengthOf.township ? division : '')
  if (division.length === lengthOf.community) return [{ code: division, name: divisionName }]
  const inside = (below.data?.divisions ?? []).map(({ code, name }) => ({ code, name }))
  const looked = here !== null && here.code.startsWith(division) ? [here] : []
  return [...looked, ...inside.filter((one) => one.code !== looked[0]?.code)]
}
