/**
 * The promise: two ways to write one name compare as equal, wherever names are compared (docs/product.md › Rule 6). What the eye
 * does not see, how it is spaced, dotted or cased, and traditional, variant and old forms of a character do not count.
 * Pure, and character by character: `nameForm(a + b)` is `nameForm(a) + nameForm(b)`.
 */
import variants from './data/han-variants.json'

/** Stored hashes are of this version of the form and of its table; whoever changes either raises it. */
export const nameFormVersion = 2

const oneOf = new Map(
  variants.flatMap((line) => {
    const [first = '', ...others] = line
    return others.map((each) => [each, first] as const)
  }),
)

/** The zero of every script's digits; the nine others follow it. */
const zeros = [...'٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰𐒠𐴰𐵀𑁦𑃰𑄶𑇐𑋰𑑐𑓐𑙐𑛀𑛐𑛚𑜰𑣠𑥐𑯰𑱐𑵐𑶠𑷠𑽐𖄰𖩠𖫀𖭐𖵰𞅀𞋰𞓰𞗱𞥐'].map(
  (zero) => zero.codePointAt(0) ?? 0,
)

/** @returns 0–9 for a decimal digit of any script but ours, whose digits stay as they are */
function digitOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0
  const zero = zeros.find((each) => code >= each && code < each + 10)
  return zero === undefined ? undefined : code - zero
}

/** Letters by Unicode that people see as a dot or a blank: the sinological dot, Canadian and Korean ones. */
const dots = '\\uA78F\\u1427\\u119E\\u318D'
/** Signs of repetition stand for a character, though they are modifiers; planes 2 and 3 are of rare Han, in any Unicode. */
const silent = new RegExp(
  `[^\\p{L}\\p{N}\\u{20000}-\\u{3FFFD}]|[\\p{Default_Ignorable_Code_Point}${dots}]|(?![々〻])\\p{Lm}`,
  'u',
)

function fold(character: string): string {
  const digit = digitOf(character)
  if (digit !== undefined) return String(digit)
  const one = oneOf.get(character) ?? character
  if (silent.test(one)) return ''
  const cased = one.toUpperCase().toLowerCase()
  return cased === one ? one : foldCharacter(cased)
}

/** @param character one code point; @returns what counts of it when names are compared: nothing, one or several */
export const foldCharacter = (character: string): string =>
  Array.from(character.normalize('NFKD'), fold).join('')

/** A name as it is compared; empty where nothing in it counts, and then it is nobody's. */
export const nameForm = (name: string): string => Array.from(name, foldCharacter).join('')

/** Nobody's name is like nobody's name. */
export function isSameName(a: string, b: string): boolean {
  const form = nameForm(a)
  return form !== '' && form === nameForm(b)
}
