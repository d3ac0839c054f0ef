import type { PlacedDivision } from '@linli/contracts/divisions'
import { recall, store } from './storage'
import { signal, useSignal } from './signal'

export type Community = Pick<PlacedDivision, 'code' | 'name' | 'within' | 'phone'>

/** The community that the person looks at, also before they sign in. */
const community = signal<Community | null>(recall<Community>('community'))

export const useCommunity = () => useSignal(community)

export function keepCommunity({ code, name, within, phone }: Community) {
  const next = { code, name, within, phone }
  if (JSON.stringify(next) === JSON.stringify(community.get())) return
  store('community', next)
  community.set(next)
}
