import './base.css'
import './lead.css'
import type { ReactNode } from 'react'
import { Box } from './base/box'
import type { Drawing } from './drawing'
import { Picture } from './picture'

interface Props {
  picture: Drawing
  /** It is a place's, which fills its box. */
  place?: boolean
  /** Where the head of the page does not say it already. */
  title?: string | undefined
  /** How it stands, over the words. */
  state?: ReactNode
  /** To lead the focus to it. */
  id?: string
  children?: ReactNode
}

/** How a page begins that asks for something: what it is about, in words, and a small drawing beside them. */
export const Lead = ({ picture, place, title, state, id, children }: Props) => (
  <Box className="lead">
    <Box className="lead__words">
      {state !== undefined && <Box className="lead__state">{state}</Box>}
      {title !== undefined && (
        <Box as="h2" className="lead__title" {...(id === undefined ? {} : { id })}>
          {title}
        </Box>
      )}
      {children !== undefined && (
        <Box as="p" className="muted">
          {children}
        </Box>
      )}
    </Box>
    <Picture of={picture} shape={place === true ? 'thumb' : 'spot'} eager />
  </Box>
)
