/**
 * The promise: a thread is read by whoever asked and by whoever works on it now, and nobody else learns that there is one.
 * An adviser's reading is written down before the answer is made (docs/product.md › Rule 6).
 */
import { handedPart, type Intake, type Thread, type ThreadLine } from '@linli/contracts/consultation-thread'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { openCaseKey, type CaseKey } from '../case-keys/service'
import { capacityIn, insertAccess } from '../cases/service'
import { filesOfCases } from '../files/service'
import { contactOf } from '../identity/service'
import { besideLines } from './beside'
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
  const pages = new Map(attached.map((file) => [file.id, file.pages.length]))
  // Whoever asked reads all of it; an adviser what was handed to them, and what came since.
  const parts = new Set<string>(readAs === 'party' ? handedPart.options : row.parts)
  const adviser = readAs === 'party' ? null : { accountId: who.accountId, handedAt: row.handedAt, parts }
  const beside = await besideLines(deps, deps.db.statement, { caseId, key, adviser })
  return {
    caseId,
    readAs,
    intake: parts.has('question') ? intakeOf(deps, caseId, row, { key, parts, lines }) : null,
    // The name goes with the telephone.
    person: readAs === 'party' || !parts.has('phone') ? null : (await contactOf(deps, subjectId)).name,
    lines: lines.map((line) =>
      shown(line, { key, pages }, readAs === 'party' ? null : { parts, until: row.handedLines }),
    ),
    readUpTo: { party: row.readByParty, adviser: row.readByAdviser },
    unnamed: row.unnamed,
    ...beside,
  }
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
  return { urgency, topic, happenedOn, words, opposite, reach: row.reach }
}

/** Of what was there when it came to an adviser, only the parts that came with it. */
function shown(
  { id, n, at, side, authorName, kind, wordsSealed, corrects, fileIds }: store.LineRow,
  { key, pages }: { key: CaseKey | undefined; pages: ReadonlyMap<string, number> },
  handed: { parts: ReadonlySet<string>; until: number } | null,
): ThreadLine {
  const has = (part: string): boolean => handed === null || n > handed.until || handed.parts.has(part)
  const words = has(n === 1 ? 'question' : 'thread') && key && wordsSealed !== null
  return {
    id,
    n,
    at: at.toISOString(),
    side,
    by: authorName,
    kind,
    words: words ? key.open('consultation_lines.words_sealed', id, wordsSealed) : null,
    files: has('files') ? fileIds.map((file) => ({ id: file, pages: pages.get(file) ?? 0 })) : [],
    corrects,
  }
}

/** @throws Problem not_found */
export async function markThreadRead(deps: Deps, who: Who, caseId: string, upTo: number): Promise<void> {
  const { readAs } = await readerOf(deps, who, caseId)
  await deps.db.transaction((tx) => store.markRead(tx, caseId, readAs, upTo))
}
