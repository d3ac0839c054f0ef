/**
 * The promise: a roster is read whole or not at all, each line that could not be is named by what is the matter with it, and
 * nothing is imported before staff say so. What is imported is an invitation, sealed and for 180 days: nobody is a volunteer
 * by it, and no report holds a name or a number.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { rosterBytes, rosterKeptDays, rosterLines, type RosterReport } from '@linli/contracts/roster-imports'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { receivePart, toTheEnd } from '../../http/receive-part'
import type { Tx } from '../../platform/db'
import { eachOf } from '../../platform/each'
import { proveErasure } from '../../platform/erasure'
import { claim, type Idempotency, idempotencyOf } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { dayMs } from '../../platform/shanghai'
import { linesOf } from '../../platform/sheets/table'
import { Unreadable } from '../../platform/sheets/unreadable'
import { directory } from '../divisions/service'
import { isStaffOf } from '../identity/policy'
import { grantsInside, grantsOf } from '../identity/service'
import { comparedWith, headOf, readLine, type ReadLine } from './lines'
import * as store from './store'

const present = ({ id, lines, good, reports, importedAt, keptUntil }: store.ImportRow): RosterReport => ({
  ...{ id, lines, good, reports, imported: importedAt !== null },
  keptUntil: keptUntil.toISOString(),
})

/** @throws Problem file_too_large */
async function bytesOf(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of content as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > rosterBytes) throw new Problem('file_too_large')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** @throws Problem the codes of the contract `readRosterFile` */
export async function readRoster(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { division, incoming }: { division: string; incoming: IncomingMessage },
): Promise<RosterReport> {
  try {
    const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
    if (!isStaffOf(grants, division) || !divisions.find(division)) throw new Problem('not_found')
    const file = await receivePart(incoming, { take: bytesOf, undo: () => Promise.resolve() })
    return await keep(deps, who, tapOf(deps, idempotency, division, file), division, file)
  } catch (error) {
    await toTheEnd(incoming)
    if (error instanceof Unreadable) throw unreadable(error)
    throw error
  }
}

/** Of a file the same tap is the same file, too. */
const tapOf = (
  { cipher }: Pick<Deps, 'cipher'>,
  { accountId, key, endpoint }: Idempotency,
  division: string,
  file: Buffer,
): Idempotency =>
  idempotencyOf(cipher, {
    ...{ accountId, key, endpoint },
    sent: { division, file: createHash('sha256').update(file).digest('hex') },
  })

const unreadable = ({ fault }: Unreadable): Problem =>
  new Problem('roster_unreadable', undefined, [{ path: 'file', code: fault, message: fault }])

async function keep(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  division: string,
  file: Buffer,
): Promise<RosterReport> {
  const { columns, rest } = headOf(linesOf(file, rosterLines + 20))
  if (rest.length > rosterLines) throw new Unreadable('lines_many')
  if (rest.length === 0) throw new Unreadable('lines_missing')
  const fresh = deps.ids.id()
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return reportOf(tx, known)
    if (!isStaffOf(await grantsInside(tx, who.accountId), division)) throw new Problem('not_found')
    const teams = new Map((await store.teamsIn(tx, division)).map(({ id, form }) => [form, id]))
    const names = new Set(teams.keys())
    const read = comparedWith(rest.map((line) => readLine(line, columns, names)))
    const seen = await withKnown(deps, tx, division, read)
    const reports = seen.flatMap(({ line, faults, notes }) =>
      [...faults, ...(faults.length > 0 ? [] : notes)].map((code) => ({ line, code })),
    )
    const keptUntil = new Date(at.getTime() + dayMs)
    const row = { id: fresh, division, lines: rest.length, reports, by: who.accountId, at, keptUntil }
    await store.insertImport(tx, row)
    await store.insertLines(tx, fresh, sealed(deps, seen, teams))
    return reportOf(tx, fresh)
  })
}

async function reportOf(tx: Tx, id: string): Promise<RosterReport> {
  const found = await store.findImport(tx, id)
  if (!found) throw new Problem('roster_gone')
  return present(found)
}

const hashOf = ({ cipher }: Pick<Deps, 'cipher'>, phone: string): string =>
  Buffer.from(cipher.lookup('phone', phone)).toString('hex')

/** Who is a volunteer of the division already, or stands on a roster of it. */
async function withKnown(
  deps: Deps,
  tx: Tx,
  division: string,
  read: readonly ReadLine[],
): Promise<ReadLine[]> {
  const phones = read.flatMap(({ good }) => (good ? [hashOf(deps, good.phone)] : []))
  const known = await store.knownNumbers(tx, division, phones)
  const volunteers = new Set(known.filter(({ volunteer }) => volunteer).map(({ hash }) => hash))
  const onRoster = new Set(known.map(({ hash }) => hash))
  return read.map((one) => {
    if (!one.good) return one
    const hash = hashOf(deps, one.good.phone)
    if (!onRoster.has(hash)) return one
    const fault = volunteers.has(hash) ? ('known_volunteer' as const) : ('known_roster' as const)
    return { ...one, faults: [fault], good: undefined }
  })
}

function sealed(deps: Deps, read: readonly ReadLine[], teams: ReadonlyMap<string, string>): store.NewLine[] {
  return read.flatMap(({ good }) => {
    if (!good) return []
    const id = deps.ids.id()
    return [
      {
        id,
        nameEnc: deps.cipher.encrypt('roster_lines.name_enc', id, good.name),
        phoneEnc: deps.cipher.encrypt('roster_lines.phone_enc', id, good.phone),
        phoneHash: hashOf(deps, good.phone),
        skills: good.skills,
        teamId: good.team === null ? null : (teams.get(good.team) ?? null),
      },
    ]
  })
}

/** @throws Problem not_found (not staff there), roster_gone (its day is over), idempotency_key_reused */
export const importRoster = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<RosterReport> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const repeated = await claim(tx, idempotency, id, at)
    const found = await store.findImport(tx, id)
    if (!found || !isStaffOf(await grantsInside(tx, who.accountId), found.division))
      throw new Problem('not_found')
    const until = new Date(at.getTime() + rosterKeptDays * dayMs)
    if (!repeated && found.importedAt === null && !(await store.markImported(tx, id, at, until)))
      throw new Problem('roster_gone')
    return reportOf(tx, id)
  })

const batch = 20

/** Lines go with their term, and their going is proven. @returns how many rosters went */
export const forgetRosters = async (deps: Deps): Promise<number> => {
  const at = deps.clock.now()
  return eachOf(await store.oldImports(deps.db, at, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      const lines = await store.deleteImport(tx, id)
      await proveErasure(tx, { aboutId: id, cause: 'retention', fields: { contact: 2 * lines }, at })
      return true
    }),
  )
}
