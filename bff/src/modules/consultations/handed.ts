/**
 * The promise: of what was there when a matter came to somebody, they learn what was handed over, and of the rest not
 * even that it is there: its lines are not counted, and what is shown is numbered as if there were no others.
 */
export interface Handed {
  parts: ReadonlySet<string>
  /** How many lines there were then. */
  until: number
}

interface Line {
  /** Its number in the thread. */
  n: number
  fileIds: readonly string[]
}

/** @param handed null for whoever asked, who reads all of it */
export const wordsCame = ({ n }: Pick<Line, 'n'>, handed: Handed | null): boolean =>
  handed === null || n > handed.until || handed.parts.has(n === 1 ? 'question' : 'thread')

export const filesCame = ({ n }: Pick<Line, 'n'>, handed: Handed | null): boolean =>
  handed === null || n > handed.until || handed.parts.has('files')

/** The lines of which anything came along, in order: the first of them is this reader's first. */
export const seenLines = <L extends Line>(lines: readonly L[], handed: Handed | null): L[] =>
  lines.filter((line) => wordsCame(line, handed) || (line.fileIds.length > 0 && filesCame(line, handed)))

/** Up to which of a reader's own lines, where it is said by the number in the thread. */
export const upToOwn = (seen: readonly Pick<Line, 'n'>[], upTo: number): number =>
  seen.filter(({ n }) => n <= upTo).length
