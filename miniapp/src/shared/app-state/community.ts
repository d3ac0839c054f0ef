import type { PlacedDivision } from '@linli/contracts/divisions'
import { recall, store } from '../device/storage'
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

const picked = signal<string | null>(null)

/** The community (its code) that staff chose for what they do just now, until another is chosen or the app is closed. */
export const usePicked = () => useSignal(picked)
export const pickCommunity = (code: string) => picked.set(code)
