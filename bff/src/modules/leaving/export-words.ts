/** What a row about a matter says on the page of an export, in the words of its own service. */
import type { Said, Saying } from '../../platform/document'
import { actionWord } from '../../platform/words'
import type { Deps } from '../../deps'
import type { Kind } from '../cases/kind'
import type { Row } from './export-store'

type Labels = Readonly<Record<string, Said>>
const saying = (word: string | undefined): Saying => {
  return (code) => word ?? String(code)
}

/** A row of a service that nobody here knows keeps its codes. */
export function labelsFor({ kinds }: Pick<Deps, 'kinds'>, row: Row, labels: Labels): Labels {
  const kind = typeof row.type === 'string' ? kinds.get(row.type) : undefined
  if (!kind) return labels
  const own = 'what' in labels ? kind.exported.labels : {}
  return { ...wordsOf(kind, row, labels), ...own }
}

function wordsOf(kind: Kind, row: Row, labels: Labels): Labels {
  const words: Readonly<Record<string, string | undefined>> = {
    type: kind.name,
    state: kind.states[String(row.state)]?.word,
    action: kind.actionWords[String(row.action)] ?? actionWord[String(row.action)],
  }
  return Object.fromEntries(
    Object.entries(labels).map(([field, said]) =>
      typeof said === 'string' && field in words ? [field, [said, saying(words[field])]] : [field, said],
    ),
  )
}
