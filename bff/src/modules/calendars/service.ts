/**
 * The promise: whoever has the address sees what its person has booked, when and where, and nobody's name. It is told once,
 * cannot be guessed, is kept nowhere, and from the moment in which it is given up it is as one that never was.
 */
import { createHmac } from 'node:crypto'
import type { Deps } from '../../deps'
import type { Asker } from '../../http/asker'
import type { Who } from '../../http/context'
import { calendarLooks } from '../../http/limits'
import { calendarFeed } from '../../platform/calendar-file'
import { sameBytes, sha256 } from '../../platform/crypto'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { networkOf } from '../../platform/rate-limit'
import { readOf } from '../../platform/read'
import { entriesOf } from '../bookings/service'
import * as store from './store'

export async function readAddress(deps: Deps, who: Who) {
  const row = await store.addressOf(deps.db.statement, who.accountId)
  return { address: row ? { id: row.id, createdAt: row.createdAt.toISOString() } : null }
}

/** Made of the key and of an id that no chance repeats, so that an answer that was lost can be given again. */
const tokenOf = ({ config }: Deps, id: string): string =>
  createHmac('sha256', createHmac('sha256', config.tokenKey).update('calendar addresses').digest())
    .update(id)
    .digest('base64url')

/** @throws Problem calendar_address_changed */
export async function makeAddress(deps: Deps, who: Who, idempotency: Idempotency, replaces: string | null) {
  const at = deps.clock.now()
  const row = await deps.db.transaction(async (tx) => {
    const fresh = deps.ids.id()
    const known = await claim(tx, idempotency, fresh, at)
    const tokenHash = sha256(tokenOf(deps, fresh))
    if (!known) await put(tx, { accountId: who.accountId, id: fresh, tokenHash, at, replaces })
    const row = await store.addressOf(readOf(tx), who.accountId)
    return row?.id === (known ?? fresh) ? row : undefined
  })
  const token = row && tokenOf(deps, row.id)
  if (!token || !sameBytes(row.tokenHash, sha256(token))) throw new Problem('calendar_address_changed')
  const link = `${deps.config.publicUrl}/v1/calendars/${token}.ics`
  return { id: row.id, createdAt: row.createdAt.toISOString(), link }
}

async function put(tx: Tx, fresh: store.NewAddress): Promise<void> {
  if (!(await store.putAddress(tx, fresh))) throw new Problem('calendar_address_changed')
}

export async function endAddress(deps: Deps, who: Who) {
  await store.dropAddress(deps.db, who.accountId)
  return {}
}

/** @throws Problem not_found, too_many_requests */
export async function readFeed(deps: Deps, asker: Asker, file: string): Promise<string> {
  const tokenHash = sha256(file.replace(/\.ics$/, ''))
  await count(deps, tokenHash, asker)
  const accountId = await store.accountAt(deps.db, tokenHash)
  if (accountId === undefined) throw new Problem('not_found')
  return calendarFeed('邻里场地预订', await entriesOf(deps, accountId))
}

const count = ({ rates }: Deps, tokenHash: Buffer, asker: Asker): Promise<void> =>
  rates.within([
    [calendarLooks.network, networkOf(asker.address)],
    [calendarLooks.address, tokenHash.toString('base64url')],
  ])
