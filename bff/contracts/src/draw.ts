/**
 * The draw, so that anybody can repeat it (docs/product.md › After-school care). In plain words:
 * 1. Before the sign-up opens, the SHA-256 of a secret seed is published (the commitment).
 * 2. When it closes, the list of numbers is published with its SHA-256.
 * 3. Then the seed is published. Every group of siblings (or single child) gets a ticket: the SHA-256 of
 *    `seed:listHash:group`. Groups with more points come first; among equal points the smaller ticket comes first.
 * 4. Places are given in that order. A group that goes together needs a place for each and is passed over while there
 *    are too few; a group that goes one by one takes what there is. Whoever gets none stands in line in that order.
 */
export interface DrawEntry {
  /** Public number, 1 … n by arrival. */
  number: number
  /** The lowest number of the siblings who signed up together, or the number itself. */
  group: number
  rule: 'one' | 'all' | 'any'
  score: number
}

export interface DrawResult {
  /** All numbers in the order of the draw. */
  order: number[]
  /** Those who get a place at once. */
  placed: number[]
}

/** The list as it is published and hashed: one line an entry by number, `number group rule score`, each ended by \n. */
export const writeList = (entries: readonly DrawEntry[]): string =>
  [...entries]
    .sort((a, b) => a.number - b.number)
    .map(({ number, group, rule, score }) => `${number} ${group} ${rule} ${score}\n`)
    .join('')

export const readList = (list: string): DrawEntry[] =>
  list
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [number = '', group = '', rule = 'one', score = ''] = line.split(' ')
      return {
        number: Number(number),
        group: Number(group),
        rule: rule as DrawEntry['rule'],
        score: Number(score),
      }
    })

/** @param hash SHA-256 of a text as lower-case hex @param seed as published, hex */
export function drawOrder(
  list: string,
  seed: string,
  capacity: number,
  hash: (text: string) => string,
): DrawResult {
  const listHash = hash(list)
  const groups = new Map<number, DrawEntry[]>()
  for (const entry of readList(list)) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  const tickets = [...groups].map(([group, members]) => ({
    members,
    score: Math.max(...members.map((m) => m.score)),
    ticket: hash(`${seed}:${listHash}:${group}`),
  }))
  tickets.sort((a, b) => b.score - a.score || (a.ticket < b.ticket ? -1 : 1))
  let left = capacity
  const placed: number[] = []
  for (const { members } of tickets) {
    const together = members[0]?.rule === 'all'
    const taken = together ? (members.length <= left ? members : []) : members.slice(0, left)
    placed.push(...taken.map((m) => m.number))
    left -= taken.length
  }
  return { order: tickets.flatMap(({ members }) => members.map((m) => m.number)), placed }
}
