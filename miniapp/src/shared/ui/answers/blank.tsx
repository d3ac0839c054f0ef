import '../base.css'
import './blank.css'
import type { ReactNode } from 'react'
import { Box } from '../base/box'
import { Icon, type IconName } from '../base/icon'

interface Props {
  icon: IconName
  title: string
  help?: string
  /** The next step: there always is one. */
  children?: ReactNode
  alert?: boolean
}

/** The frame of the states without content: empty, offline, failed, refused, not signed in. */
export const Blank = ({ icon, title, help, children, alert }: Props) => (
  <Box className="blank" {...(alert === true ? { role: 'alert' as const } : {})}>
    <Box className="blank__icon">
      <Icon name={icon} big />
    </Box>
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
