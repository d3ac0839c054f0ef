import { useEffect, useState } from 'react'

const desk = '(min-width: 1024px)'

/** Is there room for list and detail side by side? */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => window.matchMedia(desk).matches)
  useEffect(() => {
    const media = window.matchMedia(desk)
    const follow = () => setWide(media.matches)
    // iOS 13 knows only the older name.
    if (typeof media.addEventListener === 'function') media.addEventListener('change', follow)
    else media.addListener(follow)
    return () => {
      if (typeof media.removeEventListener === 'function') media.removeEventListener('change', follow)
      else media.removeListener(follow)
    }
  }, [])
  return wide
}
