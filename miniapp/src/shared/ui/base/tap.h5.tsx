import type { MouseEvent } from 'react'
import { prettyPath } from '../../navigation/pretty-path'
import { go } from '../../navigation/navigate'
import type { TapProps } from './props'

/** The only thing that can be tapped: a real link or a real button, so keyboards and screen readers know it. */
export function Tap(props: TapProps) {
  const { className, style, label, role, to, onTap, children, disabled } = props
  const shared = { className: `tap ${className ?? ''}`, style, 'aria-label': label }
  if (to !== undefined) {
    const follow = (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      onTap?.()
      go(to)
    }
    return (
      <a
        {...shared}
        href={prettyPath(to)}
        aria-current={props.current === true ? 'page' : undefined}
        onClick={follow}
      >
        {children}
      </a>
    )
  }
  return (
    <button
      {...shared}
      type="button"
      role={role}
      tabIndex={props.skipped === true ? -1 : undefined}
      aria-pressed={role === undefined ? props.pressed : undefined}
      aria-checked={role !== undefined && role !== 'tab' ? (props.checked ?? false) : undefined}
      aria-selected={role === 'tab' ? (props.current ?? false) : undefined}
      aria-current={role === undefined && props.current === true ? 'true' : undefined}
      aria-expanded={props.expanded}
      aria-disabled={disabled === true ? true : undefined}
      onClick={() => disabled !== true && onTap?.()}
    >
      {children}
    </button>
  )
}
