/** A mini-program has no keyboard. */
export function useKeys(_keys: Record<string, () => void>) {
  return undefined
}
