import './base.css'
import './ticket.css'
import type { ReactNode } from 'react'
import { Box } from './base/box'
import { Tap } from './base/tap'
import type { Drawing } from './drawing'
import { Picture } from './picture'
import type { Tone } from './tone'

interface Props {
  /** How it stands; the colour of the body only repeats it. */
  tone: Tone
  picture?: Drawing | undefined
  /** A small drawing in its place. */
  spot?: Drawing | undefined
  /** Where the body leads, where it is seen from elsewhere. */
  to?: string
  label?: string
  /** Nothing is known yet: it only keeps its place. */
  busy?: boolean
  /** Below the perforation: what I do next. */
  stub?: ReactNode
  children: ReactNode
}

/** What is mine: a picture, a body in the colour of its state, and a stub to tear off. */
export const Ticket = ({ tone, picture, spot, to, label, busy, stub, children }: Props) => (
  <Box
    as="section"
    className={`ticket ticket--${tone}`}
    busy={busy === true}
    {...(label === undefined ? {} : { label })}
  >
    {picture !== undefined && <Picture of={picture} shape="band" eager />}
    {spot !== undefined && <Picture of={spot} shape="stage" eager />}
    {to === undefined ? (
      <Box className="ticket__main">{children}</Box>
    ) : (
      <Tap className="ticket__main" to={to}>
        {children}
      </Tap>
    )}
    {stub !== undefined && stub !== null && stub !== false && (
      <>
        <Box decorative className="ticket__tear" />
        <Box className="ticket__stub">{stub}</Box>
      </>
    )}
  </Box>
)
