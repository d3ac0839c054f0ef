import './base.css'
import './card.css'
import type { ReactNode } from 'react'
import { Box } from './base/box'
import { Icon, type IconName } from './base/icon'
import { Tap } from './base/tap'
import type { Drawing } from './drawing'
import { Picture } from './picture'

interface Props {
  /** Before the words, which say the same. */
  icon?: IconName | undefined
  /** In its place: a room, or somebody. */
  picture?: Drawing | undefined
  title: ReactNode
  under?: ReactNode
  end?: ReactNode
  to?: string
  onTap?: () => void
}

/** One line of a list; with somewhere to go it says so by an arrow. */
export function Row({ icon, picture, title, under, end, to, onTap }: Props) {
  const words = (
    <>
      {picture !== undefined && <Picture of={picture} shape="square" />}
      {icon !== undefined && (
        <Box as="span" className="row__icon">
          <Icon name={icon} />
        </Box>
      )}
      <Box className="row__words">
        <Box>{title}</Box>
        {under !== undefined && <Box className="muted">{under}</Box>}
      </Box>
      <Box className="row__end">
        {end}
        {(to !== undefined || onTap !== undefined) && <Icon name="next" />}
      </Box>
    </>
  )
  if (to === undefined && onTap === undefined) return <Box className="row">{words}</Box>
  return (
    <Tap className="row" {...(to === undefined ? {} : { to })} {...(onTap === undefined ? {} : { onTap })}>
      {words}
    </Tap>
  )
}

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <Box className="fact">
    <Box className="fact__name">{name}</Box>
    <Box className="fact__value">{children}</Box>
  </Box>
)
