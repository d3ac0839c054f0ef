import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'

/** Is this page the one on top? What asks often does so only then. */
export function useVisible(): boolean {
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  return visible
}
