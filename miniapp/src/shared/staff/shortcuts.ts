import { signal, useSignal } from '../app-state/signal'
import { recall, store } from '../device/storage'

const name = 'desk.shortcuts'

/**
 * Do single keys act? Who speaks to the computer, or hits keys by accident, has to be able to turn them off
 * (WCAG 2.1.4); the choice belongs to the device.
 */
export const shortcuts = signal(recall<boolean>(name) ?? true)

export const useShortcuts = () => useSignal(shortcuts)

export function setShortcuts(on: boolean) {
  store(name, on)
  shortcuts.set(on)
}
