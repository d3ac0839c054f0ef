import { countNames, type Counted, total } from '../support/name-counts'
import { title } from './report'

const share = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`

function list(counted: readonly Counted[], say: (n: number, of: number) => string): void {
  for (const { kind, of, wrong } of counted) console.log(`  ${kind.padEnd(10)} ${say(wrong.length, of)}`)
  const all = total(counted)
  console.log(`  ${'together'.padEnd(10)} ${say(all.wrong.length, all.of)}`)
}

/** How many sentences with a name are masked or doubtful, and how many without one are doubtful for nothing, by kind. */
export async function benchNames(): Promise<void> {
  const { missed, forNothing } = await countNames()
  title('Names in words: masked or doubtful, of sentences with a name (aim at least 98 %)')
  list(missed, (n, of) => `${String(of - n).padStart(4)} of ${String(of).padStart(4)}  ${share(of - n, of)}`)
  title('Doubtful for nothing, of sentences without one (aim at most 5 %)')
  list(forNothing, (n, of) => `${String(n).padStart(4)} of ${String(of).padStart(4)}  ${share(n, of)}`)
  const found = total(missed).of - total(missed).wrong.length
  const nothing = total(forNothing).wrong.length
  console.log(`  → precision over all: ${share(found, found + nothing)}`)
}
