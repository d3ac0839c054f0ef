import { plainCharacters } from '@linli/contracts/digits'

export const codeLength = 6
export const backspace = 'Backspace'

/** What is typed after one more key. */
export function afterKey(typed: string, key: string): string {
  if (key === backspace) return typed.slice(0, -1)
  const digit = plainCharacters(key)
  return /^\d$/.test(digit) && typed.length < codeLength ? typed + digit : typed
}
