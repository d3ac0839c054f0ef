import { followStorage } from './session'
import { isKey } from '../device/storage'

/** Tabs of one browser share what is stored, and so the person. */
export function watchOtherTabs() {
  window.addEventListener('storage', ({ key }) => {
    // Without a key everything was cleared.
    if (key === null || isKey(key, 'session')) followStorage()
  })
  // A page that slept or lay in the browser's own cache has heard nothing.
  window.addEventListener('pageshow', () => void followStorage())
  document.addEventListener('visibilitychange', () => void followStorage())
}
