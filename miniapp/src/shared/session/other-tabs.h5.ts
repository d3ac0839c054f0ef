import { followStorage } from './session'
import { isKey } from '../device/storage'

/** Runs once another tab of this browser has stored that, or may have. */
export function whenOthersStore(name: string, follow: () => void) {
  window.addEventListener('storage', ({ key }) => {
    // Without a key everything was cleared.
    if (key === null || isKey(key, name)) follow()
  })
  // A page that slept or lay in the browser's own cache has heard nothing.
  window.addEventListener('pageshow', follow)
  document.addEventListener('visibilitychange', follow)
}

/** Tabs of one browser share what is stored, and so the person. */
export const watchOtherTabs = () => whenOthersStore('session', followStorage)
