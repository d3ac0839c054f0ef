import { ScrollView } from '@tarojs/components'
import type { ReactNode } from 'react'

export const Scroller = ({ children }: { children: ReactNode }) => (
  <ScrollView scrollX className="scroller" showScrollbar={false} enhanced>
    {children}
  </ScrollView>
)
