import './base.css'
import './button.css'
import { Box } from './base/box'
import { Tap } from './base/tap'

interface Props {
  children: string
  onTap?: () => void
  to?: string
  /** `main` once a page; `danger` for what cannot be taken back. */
  look?: 'main' | 'ghost' | 'danger' | 'warm' | 'plain'
  /** A write is under way: the button waits, so a second tap does nothing. */
  busy?: boolean
  disabled?: boolean
  /** What has to be done before; said below the button, which is off until then. */
  needs?: string | false | null
  label?: string
}

export function Button({ children, onTap, to, look = 'main', busy, disabled, needs, label }: Props) {
  const first = needs === undefined || needs === false || needs === null ? null : needs
  const off = disabled === true || first !== null
  const state = busy === true ? 'button--busy' : off ? 'button--off' : ''
  const button = (
    <Tap
      className={`button button--${look} ${state}`}
      disabled={off || busy === true}
      {...(label === undefined ? {} : { label })}
      {...(to === undefined ? {} : { to })}
      {...(onTap === undefined ? {} : { onTap })}
    >
      {busy === true ? `${children}…` : children}
    </Tap>
  )
  if (first === null) return button
  return (
    <Box>
      {button}
      <Box className="button__needs" live>
        {first}
      </Box>
    </Box>
  )
}
