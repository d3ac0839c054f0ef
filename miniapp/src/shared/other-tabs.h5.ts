import { followStorage } from './session'
import { isKey } from './storage'

/** Tabs of one browser share what is stored, and so the person. */
export function watchOtherTabs() {
  window.addEventListener('storage', ({ key }) => {
    if (isKey(key, 'session')) followStorage()
  })
}
