/**
 * Writes `bff/src/platform/data/han-variants.json`: which Han characters are one when names are compared. Run by hand
 * when the sources have a new version, and then raise `nameFormVersion`, since stored hashes are of the old table:
 *
 *     node --import tsx bff/local/han-variants.ts /usr/share/unicode   (Debian's unicode-data; licence Unicode-3.0)
 *
 * The other source is OpenCC's tables (Apache-2.0) as `opencc-js` carries them. Each line of the result is one class of
 * characters; the first is the one that stands for all.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Signs of other scripts that are drawn like a Han character and typed for one. */
const drawnAlike = 'ニ二 ロ口 カ力 タ夕 ト卜 ハ八 エ工 ー一 ㄧ一 〇零'
const [unicode = '/usr/share/unicode'] = process.argv.slice(2)

type Pair = readonly string[]

const packed = (name: string): string[][] =>
  execFileSync('bzcat', [join(unicode, `${name}.txt.bz2`)], { maxBuffer: 2 ** 28 })
    .toString()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
const character = (code = ''): string => String.fromCodePoint(parseInt(code.replace('U+', ''), 16))

/** GB 2312 level 1: the 3,755 characters of every day. */
const common = new Set(
  packed('Unihan_IRGSources')
    .filter(([, key, value = '']) => key === 'kIRG_GSource' && /^G0-(3[0-9A-F]|4[0-9A-F]|5[0-7])/.test(value))
    .map(([code]) => character(code)),
)
const variants = packed('Unihan_Variants').flatMap(([code, key, values = '']) =>
  values.split(' ').map((value) => ({ key, pair: [character(code), character(value.split('<')[0])] })),
)
const variantsOf = (...keys: string[]): Pair[] =>
  variants.filter(({ key = '' }) => keys.includes(key)).map(({ pair }) => pair)

/** Radicals and strokes, each with the character that it is. */
const radicals: Pair[] = readFileSync(join(unicode, 'EquivalentUnifiedIdeograph.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, from, to = from, target] = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)/.exec(line) ?? []
    if (!from || !to) return []
    const [first, last] = [parseInt(from, 16), parseInt(to, 16)]
    return Array.from({ length: last - first + 1 }, (_, i) => [
      String.fromCodePoint(first + i),
      character(target),
    ])
  })

async function openCc(): Promise<Pair[]> {
  const names = ['TSCharacters', 'STCharacters', 'HKVariants', 'TWVariants', 'JPShinjitaiCharacters']
  const tables = await Promise.all(
    names.map(async (name) => ((await import(`opencc-js/dict/${name}`)) as { default: string }).default),
  )
  return tables
    .flatMap((table) => table.split('|').map((row) => row.split(' ')))
    .flatMap(([from = '', ...to]) => to.map((each) => [from, each]))
    .filter((pair) => pair.every((each) => Array.from(each).length === 1))
}

const classes = new Map<string, Set<string>>()
const classOf = (each: string): Set<string> => classes.get(each) ?? new Set([each])
function unite([a = '', b = '']: Pair): void {
  const both = new Set([...classOf(a), ...classOf(b)])
  for (const each of both) classes.set(each, both)
}
const isKnown = (each: string): boolean => [...classOf(each)].some((member) => common.has(member))

const told = drawnAlike.split(' ').map((pair) => Array.from(pair))
const sure = [
  ...(await openCc()),
  ...radicals,
  ...told,
  ...variantsOf('kTraditionalVariant', 'kSimplifiedVariant', 'kZVariant'),
]
for (const pair of sure) unite(pair)
// Two characters that everybody knows apart stay apart, however near their meanings are: 予 and 余.
for (const pair of variantsOf('kSpoofingVariant', 'kSemanticVariant')) if (!pair.every(isKnown)) unite(pair)

const rank = (each: string): number => (common.has(each) ? 0 : /\p{Unified_Ideograph}/u.test(each) ? 1 : 2)
const inOrder = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1)
const lines = [...new Set(classes.values())]
  // What NFKD makes of a character is what is looked up.
  .map((all) => [...all].filter((each) => each.normalize('NFKD') === each).sort(inOrder))
  .filter((all) => all.length > 1)
  .map((all) => all.join(''))
  .sort()
const target = join(import.meta.dirname, '../src/platform/data/han-variants.json')
writeFileSync(target, `${JSON.stringify(lines, null, 2)}\n`)
process.stdout.write(`${lines.length} classes\n`)
