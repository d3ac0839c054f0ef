/** A mini-program has no keyboard. */
export function useDigitKeys(_press: (key: string) => void) {
  return undefined
}
