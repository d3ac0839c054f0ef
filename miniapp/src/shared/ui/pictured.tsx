import './base.css'
import './pictured.css'
import type { ReactNode } from 'react'
import { Box } from './base/box'
import { Tap } from './base/tap'
import type { Drawing } from './drawing'
import { Picture } from './picture'

interface Props {
  /** A room, or a spot in its place. */
  picture?: Drawing | undefined
  spot?: Drawing | undefined
  to: string
  children: ReactNode
}

/** One of a list, with its picture beside the words. */
export const Pictured = ({ picture, spot, to, children }: Props) => (
  <Tap className="pictured" to={to}>
    {picture !== undefined && <Picture of={picture} shape="square" />}
    {spot !== undefined && <Picture of={spot} shape="tile" />}
    <Box className="pictured__words">{children}</Box>
  </Tap>
)
