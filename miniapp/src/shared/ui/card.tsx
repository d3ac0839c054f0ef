import './base.css'
import './card.css'
import type { ReactNode } from 'react'
import { Box } from './base/box'

interface Props {
  title?: string
  /** Beside the title, e.g. a link to all. */
  aside?: ReactNode
  children: ReactNode
}

export function Card({ title, aside, children }: Props) {
  return (
    <Box as="section" className="card">
      {title !== undefined && (
        <Box className="card__head between">
          <Box as="h2" className="card__title">
            {title}
          </Box>
          {aside}
        </Box>
      )}
      {children}
    </Box>
  )
}
