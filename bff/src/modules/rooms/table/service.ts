/**
 * The promise: a table of rooms is written whole or not at all, by whoever runs every room in it. Each fault is named by line
 * and column before anything is written; what a change meets is named as in the editor, and acknowledged.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { faultsNamed, tableBytes, type TableReport, tableRows } from '@linli/contracts/room-table'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { faultsOf } from '../../../http/faults'
import { receivePart, toTheEnd } from '../../../http/receive-part'
import type { Tx } from '../../../platform/db'
import { claim, type Idempotency, idempotencyOf } from '../../../platform/idempotency'
import { Problem } from '../../../platform/problem'
import { linesOf } from '../../../platform/sheets/table'
import { Unreadable } from '../../../platform/sheets/unreadable'
import { community, directory } from '../../divisions/service'
import { countTable, recordExport } from '../../exports/service'
import { grantsOf } from '../../identity/service'
import { runs } from '../desk/access'
import { countWith } from '../desk/change-store'
import { fieldsChanged, recordChanges } from '../desk/changes'
import { acknowledge, named } from '../desk/hits'
import { planOf } from '../desk/plans'
import { insertRooms, updateRoom } from '../desk/write-store'
import { forgetRoom, withCalendar } from '../service'
import { headOf, readRoom, type ReadRoom } from './lines'
import { type Planned, planned } from './planning'
import { sheetOf } from './sheet'
import * as store from './store'

/** Five thousand rows are written in one go. */
const patienceMs = 60_000

/** What somebody runs in a community. @throws Problem not_found where that is nothing */
async function runningOf(deps: Deps, who: Who, code: string) {
  await community(deps, code)
  const grants = await grantsOf(deps, who.accountId)
  const facilities = await store.facilitiesIn(deps.db.statement, code)
  const isMine = (ownerId: string | null) => runs(grants, who.accountId, { community: code, ownerId })
  if (!isMine(null) && !facilities.some(({ ownerId }) => isMine(ownerId))) throw new Problem('not_found')
  return { isMine, grants }
}

/** @throws Problem not_found, tables_enough */
export async function giveTable(deps: Deps, who: Who, code: string) {
  const { isMine, grants } = await runningOf(deps, who, code)
  await countTable(deps, who)
  const divisions = await directory(deps)
  const rows = await store.roomsIn(deps.db.statement, code, deps.clock.now())
  const mine = rows.filter((row) => isMine(row.owner_id)).map((row) => withCalendar(row, divisions))
  await recordExport(deps, who, grants, { kind: 'rooms', division: code, span: null, lines: mine.length })
  const file = await sheetOf(mine)
  return { fileName: `${divisions.find(code)?.name ?? ''}场地.xlsx`, base64: file.toString('base64') }
}

interface Asked {
  code: string
  incoming: IncomingMessage
  /** Of an import: its tap, and what was acknowledged. */
  write?: { idempotency: Idempotency; acknowledged: string | undefined }
}

/** @throws Problem the codes of the contracts */
export async function takeTable(deps: Deps, who: Who, asked: Asked): Promise<TableReport> {
  try {
    await runningOf(deps, who, asked.code)
    const file = await receivePart(asked.incoming, { take: bytesOf, undo: () => Promise.resolve() })
    return await taken(deps, who, asked, file)
  } catch (error) {
    await toTheEnd(asked.incoming)
    if (!(error instanceof Unreadable)) throw error
    throw new Problem('room_table_unreadable', undefined, [
      { path: 'file', code: error.fault, message: error.fault },
    ])
  }
}

/** @throws Problem file_too_large */
async function bytesOf(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of content as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > tableBytes) throw new Problem('file_too_large')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

async function taken(deps: Deps, who: Who, { code, write }: Asked, file: Buffer): Promise<TableReport> {
  const { at, rest } = headOf(linesOf(file, tableRows + 20))
  if (rest.length > tableRows) throw new Unreadable('lines_many')
  if (rest.length === 0) throw new Unreadable('lines_missing')
  const read = rest.map((line) => readRoom(line, at, (issues) => faultsOf('room', issues)))
  const table = { code, read, holds: write !== undefined, divisions: await directory(deps) }
  if (!write) return deps.db.transaction(async (tx) => reportOf(read, await planned(deps, tx, who, table)))
  const tap = tapOf(deps, write.idempotency, code, file)
  try {
    const { report, touched } = await deps.db.transaction(async (tx) => {
      const first = deps.ids.id()
      const before = await claim(tx, tap, first, deps.clock.now())
      if (before !== undefined) {
        const said = { ...reportOf(read, nothing), ...(await countWith(tx, before)), imported: true }
        return { report: said, touched: [] }
      }
      const plan = await planned(deps, tx, who, table)
      const report = reportOf(read, plan)
      if (report.faultsInAll > 0) throw new Faulty(report)
      acknowledge(plan.hits, write.acknowledged)
      await writeAll(deps, tx, { who, community: code, first }, plan)
      return { report: { ...report, imported: true }, touched: plan.changed.map(({ row }) => row) }
    }, patienceMs)
    for (const row of [...touched, { id: '', community_code: code }]) forgetRoom(deps, row)
    return report
  } catch (error) {
    if (error instanceof Faulty) return error.report
    throw error
  }
}

/** Ends the transaction with nothing written, its tap among it: what is put right may be tried by the same. */
class Faulty extends Error {
  constructor(readonly report: TableReport) {
    super('faulty')
  }
}

/** Of a file the same tap is the same file, too. */
const tapOf = (
  { cipher }: Pick<Deps, 'cipher'>,
  { accountId, key, endpoint }: Idempotency,
  code: string,
  file: Buffer,
): Idempotency =>
  idempotencyOf(cipher, {
    ...{ accountId, key, endpoint },
    sent: { code, file: createHash('sha256').update(file).digest('hex') },
  })

const nothing: Planned = { added: [], changed: [], hits: [], faults: [] }

const reportOf = (read: readonly ReadRoom[], plan: Planned): TableReport => ({
  rows: read.length,
  added: plan.added.length,
  changed: plan.changed.length,
  faults: plan.faults.slice(0, faultsNamed),
  faultsInAll: plan.faults.length,
  met: named(plan.hits),
  imported: false,
})

async function writeAll(
  deps: Deps,
  tx: Tx,
  by: { who: Who; community: string; first: string },
  plan: Planned,
): Promise<void> {
  const added = plan.added.map((one) => ({ ...one, id: deps.ids.id() }))
  for (const { row, plan: next } of plan.changed)
    if (!(await updateRoom(tx, row.id, row.version, next))) throw new Problem('busy')
  await insertRooms(tx, by.community, added)
  await recordChanges(deps, tx, by, [
    ...added.map(({ id }) => ({ roomId: id, what: 'added' as const, fields: [] })),
    ...plan.changed.map(({ row, plan: next }) => ({
      roomId: row.id,
      what: 'changed' as const,
      fields: fieldsChanged(planOf(row), next),
    })),
  ])
}
