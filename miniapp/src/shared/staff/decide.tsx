import '../ui/base.css'
import './desk.css'
import type { ReactNode } from 'react'
import { Box } from '../ui/base/box'

/** What may be done now, side by side where there is room. */
export const Decide = ({ children }: { children: ReactNode }) => <Box className="decide">{children}</Box>
