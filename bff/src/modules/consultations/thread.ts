/**
 * The promise: a thread is read by whoever asked and by whoever works on it now, and nobody else learns that there is one.
 * An adviser's reading is written down before the answer is made (docs/product.md › Rule 6).
 */
import { handedPart, type Intake, type Thread, type ThreadLine } from '@linli/contracts/consultation-thread'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { type Read, readOf } from '../../platform/read'
import { openCaseKey, type CaseKey } from '../case-keys/service'
import { capacityIn, insertAccess } from '../cases/service'
import { filesOfCases } from '../files/service'
import { contactOf } from '../identity/service'
import { besideLines } from './beside'
import { filesCame, type Handed, seenLines, upToOwn, wordsCame } from './handed'
import * as store from './store'

type ThreadRow = NonNullable<Awaited<ReturnType<typeof store.threadOf>>>

/** @throws Problem not_found for everybody but the two */
export async function readThread(deps: Deps, who: Who, caseId: string): Promise<Thread> {
  const { readAs, badge, subjectId } = await readerOf(deps, who, caseId)
  const [row, lines, attached, key] = await Promise.all([
    store.threadOf(deps.db.statement, caseId),
    store.linesOf(deps.db.statement, caseId),
    filesOfCases(deps.db.statement, [caseId]),
    openCaseKey(deps, deps.db.statement, caseId),
  ])
  if (!row) throw new Problem('not_found')
  const at = deps.clock.now()
  if (readAs === 'adviser') {
    await insertAccess(deps.db, {
      id: deps.ids.id(),
      subjectId,
      readerId: who.accountId,
      readerName: badge,
      tag: 'legal',
      caseId,
      at,
    })
    await deps.db.transaction((tx) => store.markOpened(tx, caseId, who.accountId, at))
  }
  // Whoever asked reads all of it; an adviser what was handed to them, and what came since.
  const handed = readAs === 'party' ? null : handedOf(row)
  const parts = handed?.parts ?? new Set<string>(handedPart.options)
  const adviser = handed && { accountId: who.accountId, handedAt: row.handedAt, parts }
  const beside = await besideLines(deps, deps.db.statement, { caseId, key, adviser })
  const seen = seenLines(lines, handed)
  const pages = new Map(attached.map((file) => [file.id, file.pages.length]))
  return {
    caseId,
    readAs,
    intake: parts.has('question') ? intakeOf(deps, caseId, row, { key, parts, lines }) : null,
    // The name goes with the telephone.
    person: readAs === 'party' || !parts.has('phone') ? null : (await contactOf(deps, subjectId)).name,
    // Whose time is over is number and dates; of what was said nothing is shown, not even how much.
    lines: (key ? seen : []).map((line) => shown(line, { key, pages, handed, seen })),
    readUpTo: { party: upToOwn(seen, row.readByParty), adviser: upToOwn(seen, row.readByAdviser) },
    unnamed: row.unnamed,
    ...beside,
  }
}

const handedOf = ({ parts, handedLines }: Pick<ThreadRow, 'parts' | 'handedLines'>): Handed => ({
  parts: new Set(parts),
  until: handedLines,
})

/** The numbers in the thread of the lines that whoever works on it now reads, in order. */
export async function linesOfAdviser(read: Read, caseId: string): Promise<number[]> {
  const [row, lines] = [await store.threadOf(read, caseId), await store.linesOf(read, caseId)]
  return row ? seenLines(lines, handedOf(row)).map(({ n }) => n) : []
}

/** @throws Problem not_found */
export async function readerOf(
  deps: Deps,
  who: Who,
  caseId: string,
): Promise<{ readAs: Thread['readAs']; badge: string; subjectId: string }> {
  const found = await capacityIn(deps, who, caseId)
  if (found?.row.type !== 'consultation' || found.reader === 'supervisor') throw new Problem('not_found')
  const { reader, badge, row } = found
  return { readAs: reader === 'party' ? 'party' : 'adviser', badge, subjectId: row.subjectId }
}

interface Opening {
  key: CaseKey | undefined
  parts: ReadonlySet<string>
  lines: readonly store.LineRow[]
}

function intakeOf(
  { cipher }: Deps,
  caseId: string,
  row: ThreadRow,
  { key, parts, lines }: Opening,
): Intake | null {
  const first = lines.find(({ n }) => n === 1)
  if (!key || row.intakeSealed === null || !first?.wordsSealed) return null
  const sealed = key.open('consultations.intake_sealed', caseId, row.intakeSealed)
  const { urgency, topic, happenedOn } = JSON.parse(sealed) as Pick<
    Intake,
    'urgency' | 'topic' | 'happenedOn'
  >
  const opposite =
    row.oppositeEnc !== null && parts.has('opposite')
      ? cipher.decrypt('consultations.opposite_enc', caseId, row.oppositeEnc)
      : null
  const words = key.open('consultation_lines.words_sealed', first.id, first.wordsSealed)
  return { urgency, topic, happenedOn, words, opposite, reach: parts.has('phone') ? row.reach : 'here' }
}

interface Showing {
  key: CaseKey | undefined
  pages: ReadonlyMap<string, number>
  handed: Handed | null
  seen: readonly store.LineRow[]
}

function shown(line: store.LineRow, { key, pages, handed, seen }: Showing): ThreadLine {
  const { id, at, side, authorName, kind, wordsSealed, corrects, fileIds } = line
  const words = wordsCame(line, handed) && key && wordsSealed !== null
  const corrected = seen.findIndex(({ n }) => n === corrects) + 1
  return {
    id,
    n: upToOwn(seen, line.n),
    at: at.toISOString(),
    side,
    by: authorName,
    kind,
    words: words ? key.open('consultation_lines.words_sealed', id, wordsSealed) : null,
    files: filesCame(line, handed) ? fileIds.map((file) => ({ id: file, pages: pages.get(file) ?? 0 })) : [],
    corrects: corrected > 0 ? corrected : null,
  }
}

/** @throws Problem not_found */
export async function markThreadRead(deps: Deps, who: Who, caseId: string, upTo: number): Promise<void> {
  const { readAs } = await readerOf(deps, who, caseId)
  await deps.db.transaction(async (tx) => {
    const seen = readAs === 'party' ? undefined : await linesOfAdviser(readOf(tx), caseId)
    const inThread = seen ? (seen[Math.min(upTo, seen.length) - 1] ?? 0) : upTo
    await store.markRead(tx, caseId, readAs, inThread)
  })
}
