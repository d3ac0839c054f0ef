import './base.css'
import './button.css'
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
  label?: string
}

export function Button({ children, onTap, to, look = 'main', busy, disabled, label }: Props) {
  const off = busy === true || disabled === true
  return (
    <Tap
      className={`button button--${look} ${off ? 'button--off' : ''}`}
      disabled={off}
      {...(label === undefined ? {} : { label })}
      {...(to === undefined ? {} : { to })}
      {...(onTap === undefined ? {} : { onTap })}
    >
      {busy === true ? `${children}…` : children}
    </Tap>
  )
}
