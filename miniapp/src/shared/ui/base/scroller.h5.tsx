import type { ReactNode } from 'react'

export const Scroller = ({ children }: { children: ReactNode }) => <div className="scroller">{children}</div>
