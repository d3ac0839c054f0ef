/** What two names have in common that are not one name: enough for a person to look, never enough to decide. Pure. */
import { pinyin } from 'pinyin-pro'
import { nameForm } from './name-form'

export type Alike = 'one_character' | 'pinyin' | 'part'

/** Toneless, of a surname as surnames are read (单 is shan); what is not Chinese stands for itself. */
export const pinyinOf = (name: string): string =>
  pinyin(nameForm(name), { toneType: 'none', type: 'array', mode: 'surname' })
    .join('')
    .toLowerCase()
    .replaceAll('ü', 'v')

const sounds = new Map<string, string>()
/** Of one character by itself, toneless, as it is read most often; looked up once. */
export function soundOf(character: string): string {
  const known = sounds.get(character)
  if (known !== undefined) return known
  const sound = pinyin(character, { toneType: 'none' })
  sounds.set(character, sound)
  return sound
}

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

/** Dashes count for nothing in a name, and beside Han they are read as 一. */
const dashes =
  /(?<=\p{Script=Han}[\p{Pd}\p{Pc}\u2212\u2500\u2501\u00AF\u02C9]*)[\p{Pd}\p{Pc}\u2212\u2500\u2501\u00AF\u02C9]/gu

/** Cyrillic and Greek letters that look like Latin ones. */
const latinOf: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  һ: 'h',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  ζ: 'z',
  η: 'h',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'n',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'y',
  χ: 'x',
}

/** A name as the eye takes it, where that is more than its form. */
const seen = (name: string): string[] =>
  Array.from(nameForm(name.replaceAll(dashes, '一')), (each) => latinOf[each] ?? each)

/** Between the parts of a name, as somebody wrote it. */
const between = /[\s·•・‧∙⋅⸱･.．,，、_]+/u
const partsOf = (name: string): string[] =>
  name
    .split(between)
    .map((part) => seen(part).join(''))
    .filter((part) => part !== '')

/** 李强 within 李强先生, 阿依古丽 within 阿依古丽·买买提: two Han characters or four letters say who is meant. */
function isWithin(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const least = /\p{Script=Han}/u.test(short) ? 2 : 4
  return Array.from(short).length >= least && long.includes(short)
}

/** Moore Rosa and Rosa Moore; one part more or less does not count. */
function isTurned(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.length >= 2 && few.every((part) => many.includes(part))
}

/** @returns nothing for one name written twice, for two that are far apart, and for a name that is nobody's */
export function alikeIn(a: string, b: string): Alike[] {
  const [one, other] = [Array.from(nameForm(a)), Array.from(nameForm(b))]
  const [first, second] = [seen(a), seen(b)]
  const lengths = [one.length, other.length]
  // Of two names of one character everything would be alike.
  if (one.join('') === other.join('') || Math.min(...lengths) < 1) return []
  const looksSame = first.join('') === second.join('')
  if (Math.max(...lengths) < 2) return looksSame ? ['one_character'] : []
  const isPart = isWithin(first.join(''), second.join('')) || isTurned(partsOf(a), partsOf(b))
  const isNear = looksSame || isOneApart(one, other) || isOneApart(first, second)
  return [
    ...(isNear ? (['one_character'] as const) : []),
    ...(isPart && !isNear ? (['part'] as const) : []),
    ...(pinyinOf(a) === pinyinOf(b) ? (['pinyin'] as const) : []),
  ]
}
