import type { ScrollerProps } from './props'

export const Scroller = ({ children }: ScrollerProps) => <div className="scroller">{children}</div>
