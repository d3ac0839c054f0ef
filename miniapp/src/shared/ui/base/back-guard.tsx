import { PageContainer } from '@tarojs/components'
import { useState } from 'react'

/**
 * WeChat gives the way back to a container that is shown, before it leaves the page; this one is empty and only asks to be
 * told. Where there is none, the page is left.
 */
export function BackGuard({ onBack }: { onBack: () => void }) {
  const [again, setAgain] = useState(0)
  if (process.env.TARO_ENV !== 'weapp') return null
  const told = () => {
    onBack()
    // What stays open is guarded again.
    setAgain(again + 1)
  }
  return <PageContainer key={again} show overlay={false} duration={0} onAfterLeave={told} />
}
