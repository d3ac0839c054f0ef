import type { CSSProperties, ReactNode } from 'react'

export type BlockTag =
  | 'div'
  | 'section'
  | 'main'
  | 'header'
  | 'footer'
  | 'nav'
  | 'ul'
  | 'ol'
  | 'li'
  | 'p'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'form'
  | 'span'
  | 'dl'
  | 'dt'
  | 'dd'

export type Role =
  | 'status'
  | 'alert'
  | 'dialog'
  | 'group'
  | 'region'
  | 'radiogroup'
  | 'img'
  | 'list'
  | 'listitem'
  | 'presentation'
  | 'timer'
  | 'toolbar'
  | 'table'
  | 'grid'
  | 'gridcell'
  | 'row'
  | 'columnheader'
  | 'rowheader'
  | 'cell'

/** The part of markup that a page may use; the browser gets real elements, a mini-program its own components. */
export interface BoxProps {
  as?: BlockTag
  id?: string
  className?: string
  style?: CSSProperties
  role?: Role
  /** What a screen reader says in place of the content. */
  label?: string
  labelledBy?: string
  /** Drawn only; a screen reader passes over it. */
  decorative?: boolean
  /** Changes are spoken when they happen. */
  live?: boolean
  busy?: boolean
  /** A group of choices that the service has refused. */
  faulty?: boolean
  children?: ReactNode
}

/** How far something is scrolled down, and how tall all that is in it. */
export interface Scrolled {
  top: number
  height: number
}

export interface ScrollerProps {
  /** It scrolls down, too: whoever styles it gives it a height. */
  down?: boolean
  /** A browser tells of it by itself. */
  onScroll?: (scrolled: Scrolled) => void
  children: ReactNode
}

export interface TapProps {
  className?: string
  style?: CSSProperties
  label?: string
  role?: 'radio' | 'switch' | 'tab' | 'checkbox'
  /** A page to go to; in a browser a real link. */
  to?: string
  onTap?: () => void
  pressed?: boolean
  checked?: boolean
  current?: boolean
  disabled?: boolean
  /** Left out of the tab order: reached with arrow keys inside its group. */
  skipped?: boolean
  expanded?: boolean
  children?: ReactNode
}

export interface TextInputProps {
  id: string
  value: string
  onInput: (value: string) => void
  label: string
  kind?: 'text' | 'phone' | 'code' | 'name' | 'search' | 'date' | 'time'
  placeholder?: string
  maxLength?: number
  faulty?: boolean
  describedBy?: string
  onEnter?: () => void
}
