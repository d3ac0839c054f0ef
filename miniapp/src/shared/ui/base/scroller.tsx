import { ScrollView } from '@tarojs/components'
import type { ScrollerProps } from './props'

export const Scroller = ({ down = false, onScroll, children }: ScrollerProps) => (
  <ScrollView
    scrollX
    scrollY={down}
    className="scroller"
    showScrollbar={false}
    enhanced
    {...(onScroll && {
      onScroll: ({ detail }) => onScroll({ top: detail.scrollTop, height: detail.scrollHeight }),
    })}
  >
    {children}
  </ScrollView>
)
