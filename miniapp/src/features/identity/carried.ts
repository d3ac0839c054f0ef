import { whenSessionEnds } from '../../shared/session/session'
import type { Proven } from '../../shared/forms/use-phone-code'

let carried: Proven | null = null
whenSessionEnds(() => {
  carried = null
})

/** A number and its code on the way to the next page: never in an address, and gone once it was taken. */
export const carry = (proven: Proven) => {
  carried = proven
}
export function takeCarried(): Proven | null {
  const proven = carried
  carried = null
  return proven
}
