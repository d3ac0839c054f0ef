/** All that happened in a thread, one after the other, as its reader reads it. */
import type { Thread, ThreadLine } from '@linli/contracts/consultation-thread'
import { mattersText } from './text'
import { outcomeWord, referralWord } from './words'

export type FeedItem =
  | { kind: 'line'; key: string; at: string; line: ThreadLine; mine: boolean; seen: boolean }
  | { kind: 'note'; key: string; at: string; words: string }

const note = (key: string, at: string, words: string): FeedItem => ({ kind: 'note', key, at, words })

export function feedItems(thread: Thread): FeedItem[] {
  const { readAs, lines, attempts, visit, readUpTo } = thread
  const seenUpTo = readUpTo[readAs === 'party' ? 'adviser' : 'party']
  const said = lines.map((line): FeedItem => {
    const mine = line.side === readAs
    return { kind: 'line', key: line.id, at: line.at, line, mine, seen: mine && line.n <= seenUpTo }
  })
  const tried = attempts.map(({ at, by, outcome }, i) =>
    note(`attempt ${i}`, at, mattersText.attempt[readAs](by, outcomeWord[outcome], i + 1)),
  )
  const visits = visit === null ? [] : [note('visit', visit.askedAt, mattersText.visitAsked[readAs])]
  if (visit !== null && visit.doneAt !== null)
    visits.push(note('visited', visit.doneAt, mattersText.visitDone))
  const items = [...said, ...tried, ...visits, ...referralNotes(thread)]
  return items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || order(a) - order(b))
}

/** Lines of one moment keep their order. */
const order = (item: FeedItem) => (item.kind === 'line' ? item.line.n : 0)

/** What became of each; what is still open stands as a card below. */
function referralNotes({ referrals }: Thread): FeedItem[] {
  const words = mattersText.referral
  return referrals.flatMap(({ id, kind, state, endedAt }) =>
    endedAt === null || state === 'proposed' || state === 'sent'
      ? []
      : [note(`referral ${id}`, endedAt, `${words.title(referralWord[kind])}：${words[state]}`)],
  )
}

/**
 * Where what the other side said last begins: all before that the reader knows or has said themselves.
 * @returns 0 as long as the other side has said nothing
 */
export function latestFrom(items: readonly FeedItem[]): number {
  let [from, mineSince, seen] = [0, true, false]
  items.forEach((item, n) => {
    if (item.kind !== 'line') return
    if (!item.mine && mineSince) from = n
    mineSince = item.mine
    seen ||= !item.mine
  })
  return seen ? from : 0
}

/** What the other side has said last, where something was said before and nothing since. */
export function newestOfOther({ lines, readAs }: Pick<Thread, 'lines' | 'readAs'>): ThreadLine | null {
  const last = [...lines].sort((a, b) => a.n - b.n)[lines.length - 1]
  return last === undefined || lines.length === 1 || last.side === readAs ? null : last
}

/** The last line of the thread, to say up to where it was read. */
export const lastLine = ({ lines }: Thread): number => Math.max(0, ...lines.map(({ n }) => n))
