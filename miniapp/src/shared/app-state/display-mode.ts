import { recall, store } from '../device/storage'
import { signal, useSignal } from './signal'

export type Mode = 'standard' | 'elder'

const mode = signal<Mode>(recall<Mode>('mode') ?? 'standard')

export const useMode = () => useSignal(mode)

/** @param whose the account whose wish it is; null for whoever holds the device */
export function setMode(next: Mode, whose: string | null) {
  store('mode', next)
  store('mode-of', whose)
  mode.set(next)
}

/** Somebody signs in: their wish counts, and that of the person before them does not. */
export function followMode(whose: string, elder: boolean) {
  const before = recall<string>('mode-of')
  if (elder) setMode('elder', whose)
  else if (before !== null) setMode('standard', whose)
}
