import { type Ref, createElement } from 'react'
import type { BoxProps } from './props'

/** `innerRef` and key handlers come from the browser's own helpers beside this file. */
type BrowserProps = BoxProps & { innerRef?: Ref<HTMLElement> }

export function Box({
  as = 'div',
  label,
  labelledBy,
  decorative,
  live,
  busy,
  faulty,
  innerRef,
  children,
  ...rest
}: BrowserProps) {
  const spoken = {
    'aria-label': label,
    'aria-labelledby': labelledBy,
    'aria-hidden': decorative === true ? true : undefined,
    'aria-live': live === true ? ('polite' as const) : undefined,
    'aria-invalid': faulty === true ? true : undefined,
    'aria-busy': busy === true ? true : undefined,
  }
  return createElement(as, { ...rest, ...spoken, ref: innerRef }, children)
}
