/**
 * The promise: whoever knows what their community is called finds it, written out, by its township, in pinyin, by the
 * first letters, with a wrong character, or with one letter too many. Pure; the register is small and lies in memory.
 */
import type { PlacedDivision } from '@linli/contracts/divisions'
import { pinyin } from 'pinyin-pro'

interface Entry {
  division: PlacedDivision
  names: string[]
  /** What it lies in, e.g. 鹿城镇. */
  above: string[]
  /** `dongxing`, `shequ` left out; and `dx`. */
  sound: string[]
  aboveSound: string[]
}

const common = /(社区|村|居民委员会|村民委员会|镇|乡|街道|市|县)$/
const core = (name: string): string => name.replace(common, '').replace(common, '') || name
const sounds = (name: string): string[] => {
  const all = pinyin(core(name), { toneType: 'none', type: 'array' }).map((one) => one.replaceAll('ü', 'v'))
  return [all.join(''), all.map((one) => one[0] ?? '').join('')]
}

const entryOf = (division: PlacedDivision): Entry => ({
  division,
  names: [division.name, division.fullName],
  above: division.within,
  sound: sounds(division.name),
  aboveSound: division.within.flatMap(sounds),
})

/** @returns a search over these divisions: the best way of being meant first, then the register's order */
export function searchIn(divisions: readonly PlacedDivision[]): (text: string) => PlacedDivision[] {
  let entries: Entry[] | undefined
  return (text) => {
    entries ??= divisions.map(entryOf)
    const asked = text
      .normalize('NFKC')
      .replace(/[\s'’·]/g, '')
      .toLowerCase()
    if (asked === '') return []
    const { meant, near } = /^[a-z]+$/.test(asked) ? latin(asked) : chinese(asked)
    const found = ranked(entries, meant)
    return found.length > 0 ? found : ranked(entries, near)
  }
}

type Way = (entry: Entry) => boolean

/** Who mistyped finds what is near; who did not is shown nothing that only sounds like it. */
interface Ways {
  meant: Way[]
  near: Way[]
}

function ranked(entries: readonly Entry[], ways: readonly Way[]): PlacedDivision[] {
  return entries
    .map((entry) => ({ entry, rank: ways.findIndex((way) => way(entry)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry.division)
}

function chinese(asked: string): Ways {
  const sound = pinyin(core(asked), { toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'v')
  const meant = core(asked)
  const written: Way[] = [
    ({ names }) => names.some((name) => name.includes(asked)),
    ({ above }) => above.some((name) => name.includes(asked)),
    // 鹿城东兴: above and name in one breath.
    ({ above, division }) =>
      above.some((name) => asked.startsWith(core(name))) && isTold(asked, above, division.name),
  ]
  const near: Way[] = [
    ({ sound: [full] }) => full === sound,
    ({ division }) => meant.length >= 2 && isOneApart(meant, core(division.name)),
  ]
  return { meant: written, near }
}

function isTold(asked: string, above: readonly string[], name: string): boolean {
  const rest = above.reduce((left, one) => left.replace(one, '').replace(core(one), ''), asked)
  return rest.length > 0 && name.includes(core(rest))
}

const latin = (asked: string): Ways => ({
  meant: [
    ({ sound: [full] }) => full === asked,
    ({ sound: [full = ''] }) => full.startsWith(asked),
    ({ sound: [, first] }) => first === asked,
    ({ aboveSound }) => aboveSound.includes(asked),
    ({ sound: [full = ''] }) => asked.length >= 3 && full.includes(asked),
  ],
  near: [({ sound: [full = ''] }) => asked.length >= 4 && isOneApart(asked, full)],
})

/** One letter more, less or other, or two beside each other in the other order. */
function isOneApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  if (long.length > short.length) return long.slice(from + 1) === short.slice(from)
  const swapped = long[from] === short[from + 1] && long[from + 1] === short[from]
  return (
    long.slice(from + 1) === short.slice(from + 1) ||
    (swapped && long.slice(from + 2) === short.slice(from + 2))
  )
}
