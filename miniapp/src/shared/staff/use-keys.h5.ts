import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { shortcuts } from './shortcuts'

/**
 * Single keys for staff at a desk; not while something is typed, nor under an open dialog, nor when they are off, nor for a
 * page that lies behind another.
 */
export function useKeys(keys: Record<string, () => void>) {
  const now = useRef(keys)
  now.current = keys
  const shown = useRef(true)
  useDidShow(() => void (shown.current = true))
  useDidHide(() => void (shown.current = false))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!shortcuts.get() || !shown.current) return
      const typing = event.target instanceof HTMLElement && event.target.matches('input,textarea')
      if (typing || event.metaKey || event.ctrlKey || event.altKey || document.querySelector('[aria-modal]'))
        return
      const act = now.current[event.key]
      if (act === undefined) return
      // On a focused button Enter is that button's own.
      if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
