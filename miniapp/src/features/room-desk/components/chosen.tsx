import type { ReactNode } from 'react'
import { Box } from '../../../shared/ui/base/box'

interface Props {
  label: string
  help?: string
  fault?: string | null
  children: ReactNode
}

/** A question whose answers are all in sight; its fault stands below it in words. */
export const Chosen = ({ label, help, fault = null, children }: Props) => (
  <Box className={`field ${fault === null ? '' : 'faulty'}`}>
    <Box className="label">{label}</Box>
    {children}
    {fault !== null ? (
      <Box className="field__fault" role="alert">
        {fault}
      </Box>
    ) : (
      help !== undefined && <Box className="muted">{help}</Box>
    )}
  </Box>
)
