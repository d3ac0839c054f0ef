import '../base.css'
import './blank.css'
import type { ReactNode } from 'react'
import { Box } from '../base/box'
import type { Drawing } from '../drawing'
import { Picture } from '../picture'

interface Props {
  picture: Drawing
  title: string
  help?: string
  /** The next step: there always is one. */
  children?: ReactNode
  alert?: boolean
}

/** The frame of the states without content: empty, offline, failed, refused, not signed in. */
export const Blank = ({ picture, title, help, children, alert }: Props) => (
  <Box className="blank" {...(alert === true ? { role: 'alert' as const } : {})}>
    <Picture of={picture} shape="spot" eager />
    <Box as="p" className="blank__title">
      {title}
    </Box>
    {help !== undefined && (
      <Box as="p" className="muted">
        {help}
      </Box>
    )}
    {children !== undefined && <Box className="blank__step">{children}</Box>}
  </Box>
)
