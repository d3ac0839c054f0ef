/** What two names have in common that are not one name: enough for a person to look, never enough to decide. Pure. */
import { pinyin } from 'pinyin-pro'
import { nameForm } from './name-form'

export type Alike = 'one_character' | 'pinyin'

/** Toneless, of a surname as surnames are read (单 is shan); what is not Chinese stands for itself. */
export const pinyinOf = (name: string): string =>
  pinyin(nameForm(name), { toneType: 'none', type: 'array', mode: 'surname' })
    .join('')
    .toLowerCase()
    .replaceAll('ü', 'v')

/** One character more, less, other, or two beside each other in the other order. */
function isOneApart(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  const rest = (of: readonly string[], skip: number): string => of.slice(from + skip).join('')
  if (long.length > short.length) return rest(long, 1) === rest(short, 0)
  const swapped = long[from] === short[from + 1] && long[from + 1] === short[from]
  return rest(long, 1) === rest(short, 1) || (swapped && rest(long, 2) === rest(short, 2))
}

/** @returns nothing for one name written twice, for two that are far apart, and for a name that is nobody's */
export function alikeIn(a: string, b: string): Alike[] {
  const [one, other] = [Array.from(nameForm(a)), Array.from(nameForm(b))]
  // Of two names of one character everything would be alike.
  if (one.join('') === other.join('') || Math.min(one.length, other.length) < 2) return []
  return [
    ...(isOneApart(one, other) ? (['one_character'] as const) : []),
    ...(pinyinOf(a) === pinyinOf(b) ? (['pinyin'] as const) : []),
  ]
}
