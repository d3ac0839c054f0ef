import { maskText } from '../../bff/src/platform/masking'
import { createWordList } from '../../bff/src/platform/text-check'
import corpus from './name-corpus.json'
import kinds from './name-kinds.json'

/** Nobody is known here: what is found is found by the words alone. */
const list = createWordList([])
export const isDoubtful = async (text: string): Promise<boolean> =>
  (await list.check(maskText(text, []))) !== 'passed'
/** Masked, or a person looks. */
const isSeen = async (text: string): Promise<boolean> =>
  maskText(text, []) !== text || (await isDoubtful(text))

export interface Counted {
  kind: string
  of: number
  /** Of sentences with a name those that pass unseen, of sentences without those that are doubtful for nothing. */
  wrong: string[]
}

async function count(
  texts: Record<string, readonly string[]>,
  isWrong: (text: string) => Promise<boolean>,
): Promise<Counted[]> {
  const all: Counted[] = []
  for (const [kind, each] of Object.entries(texts)) {
    const wrong: string[] = []
    for (const text of each) if (await isWrong(text)) wrong.push(text)
    all.push({ kind, of: each.length, wrong })
  }
  return all
}

/** By kind of name, and by what the sentences without one are about. */
export const countNames = async (): Promise<{ missed: Counted[]; forNothing: Counted[] }> => ({
  missed: await count(
    { ...kinds.named, first: corpus.named, second: corpus.lateNamed, third: corpus.thirdNamed },
    async (text) => !(await isSeen(text)),
  ),
  forNothing: await count(
    { ...kinds.plain, first: corpus.plain, second: corpus.latePlain, third: corpus.thirdPlain },
    isDoubtful,
  ),
})

export const total = (counted: readonly Counted[]): { of: number; wrong: string[] } => ({
  of: counted.reduce((sum, { of }) => sum + of, 0),
  wrong: counted.flatMap(({ wrong }) => wrong),
})
