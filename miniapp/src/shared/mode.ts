import { recall, store } from './storage'
import { signal, useSignal } from './signal'

export type Mode = 'standard' | 'elder'

const mode = signal<Mode>(recall<Mode>('mode') ?? 'standard')

export const useMode = () => useSignal(mode)

export function setMode(next: Mode) {
  store('mode', next)
  mode.set(next)
}
