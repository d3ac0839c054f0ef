import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Carried } from '../carry'
import { type Spot, standing, stepped } from '../walk'
import type { Walk, WalkOptions } from './walking'

const idOf = (row: string, key: string): string => `at ${row} ${key}`
const focused = (grid: HTMLElement, { row, key }: Spot): HTMLElement | null => {
  const cell = grid.querySelector<HTMLElement>(`[id="${idOf(row, key)}"]`)
  return cell?.querySelector<HTMLElement>('.tap') ?? cell
}

/**
 * One stop of the Tab key: arrow keys walk from there, the space bar picks up. The focus stays where something was picked
 * up until it is laid down.
 */
export function useWalk(options: WalkOptions): Walk {
  const [wanted, setSpot] = useState<Spot | null>(null)
  const [carried, setCarried] = useState<Carried | null>(null)
  const grid = useRef<HTMLElement>(null)
  const [within, goes, picked] = [useRef(false), useRef(false), useRef(false)]
  const spot = standing(options.rows, wanted)
  useFocus(grid, spot, goes, within)
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const done =
      carried === null
        ? walks(event, spot, options, setSpot, setCarried)
        : carries(event, carried, options, setCarried)
    if (!done) return
    goes.current ||= carried === null
    picked.current = event.key === ' '
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    within.current = true
    const [, row, key] = target.closest('[id^="at "]')?.id.split(' ') ?? []
    const cell = options.rows.find(({ id }) => id === row)?.cells.find((one) => one.key === key)
    if (row === undefined || cell === undefined || (spot?.row === row && spot.key === key)) return
    setSpot({ row, key: cell.key, at: cell.from })
  }
  const onBlur = ({ relatedTarget }: FocusEvent<HTMLElement>) => {
    if (relatedTarget === null || grid.current?.contains(relatedTarget) === true) return
    within.current = false
    setCarried(null)
  }
  return {
    spot,
    carried,
    grid: {
      ...{ innerRef: grid, onKeyDown: onKey, onKeyUp: notPressed(picked), onFocus, onBlur },
      'aria-rowcount': options.rows.length,
    },
  }
}

/** What rows and cells are given so that the keyboard walks over them. */
export const atRow = (n: number): object => ({ 'aria-rowindex': n + 1 })
export const atCell = (row: string, key: string): object => ({ id: idOf(row, key) })
/** A cell with nothing in it that could be pressed. */
export const atStill = (row: string, key: string, here: boolean): object => ({
  id: idOf(row, key),
  tabIndex: here ? 0 : -1,
})

/** The space bar picks up, or lays down: it does not press, too. */
const notPressed = (picked: { current: boolean }) => (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === ' ' && picked.current) event.preventDefault()
  if (event.key === ' ') picked.current = false
}

/** The focus goes where the keys lead, and to what is nearest where that on which it stood has gone. */
function useFocus(
  grid: RefObject<HTMLElement>,
  spot: Spot | null,
  goes: { current: boolean },
  within: { current: boolean },
) {
  useEffect(() => {
    if (spot === null || grid.current === null) return
    const lost = within.current && document.activeElement === document.body
    if (!goes.current && !lost) return
    goes.current = false
    focused(grid.current, spot)?.focus()
  })
}

/** @returns whether the key did anything */
function walks(
  event: KeyboardEvent<HTMLElement>,
  spot: Spot | null,
  { rows, pick }: WalkOptions,
  setSpot: (spot: Spot) => void,
  setCarried: (carried: Carried) => void,
): boolean {
  if (event.altKey || event.metaKey || event.shiftKey) return false
  if (event.key === ' ') {
    const picked = spot === null ? null : (pick?.(spot) ?? null)
    if (picked !== null) setCarried(picked)
    return picked !== null
  }
  const next = stepped(rows, spot, event.key, event.ctrlKey)
  if (next !== null) setSpot(next)
  return next !== null
}

function carries(
  { key }: KeyboardEvent<HTMLElement>,
  carried: Carried,
  { carry, onDrop }: WalkOptions,
  setCarried: (carried: Carried | null) => void,
): boolean {
  if (key === 'Tab') return false
  if (key === 'Escape' || key === 'Enter' || key === ' ') setCarried(null)
  if (key === 'Enter' || key === ' ') onDrop?.(carried)
  const next = carry?.(carried, key) ?? null
  if (next !== null) setCarried(next)
  // While something is in the hand no other key of the page acts.
  return true
}
