/**
 * The promise: an alert opens for every one it was sent to, names the child and what is known, is taken by exactly one,
 * and is closed with what happened. For whoever it was not sent to, and for whoever is barred from the child, it does not
 * exist. Reading it is on record before it is answered.
 */
import type { AlertOutcome, CareAlert } from '@linli/contracts/care-alerts'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { Tx } from '../../../platform/db'
import { Problem } from '../../../platform/problem'
import { insertChildAccess } from '../../cases/service'
import { careFactsOf } from '../../children/service'
import { notify } from '../../notices/service'
import { alertView } from './alert-present'
import {
  addPeople,
  type AlertRow,
  alertFor,
  closeAlert,
  colleaguesOf,
  markNow,
  takeAlert,
  waitingFor,
} from './alert-store'
import { addStep, stepsOf } from './step-store'
import { isBarredFrom, notBarred } from '../audience'

/** @returns undefined for whom it does not exist */
async function opening(deps: Deps, accountId: string, id: string): Promise<AlertRow | undefined> {
  const row = await alertFor(deps.db, id, accountId)
  if (!row) return undefined
  const isBarred = await deps.db.transaction((tx) => isBarredFrom(deps, tx, row.childId, accountId))
  return isBarred ? undefined : row
}

/** @throws Problem not_found */
async function mine(deps: Deps, accountId: string, id: string): Promise<AlertRow> {
  const row = await opening(deps, accountId, id)
  if (!row) throw new Problem('not_found')
  return row
}

/** For the home page: the newest that opens for this reader, and how many there are. */
export async function waitingAlert(
  deps: Deps,
  accountId: string,
): Promise<{ id: string; waiting: number } | null> {
  const rows = await waitingFor(deps.db, accountId)
  const open = await Promise.all(rows.map(({ id }) => opening(deps, accountId, id)))
  const [newest, ...others] = open.filter((row) => row !== undefined)
  return newest === undefined ? null : { id: newest.id, waiting: 1 + others.length }
}

/** @throws Problem not_found for everybody to whom it was not sent */
export async function readAlert(deps: Deps, who: Who, id: string): Promise<CareAlert> {
  const { db, cipher, ids, clock } = deps
  const row = await mine(deps, who.accountId, id)
  const { childId, caseId } = row
  const tags = ['child', 'contact', ...(row.kind === 'incident' ? (['health'] as const) : [])] as const
  await insertChildAccess(db, {
    readerId: who.accountId,
    readerName: row.badge,
    alertId: id,
    at: clock.now(),
    reads: tags.map((tag) => ({ id: ids.id(), childId, caseId, tag })),
  })
  const [steps, mark, facts, colleagues] = await Promise.all([
    stepsOf(db, id),
    markNow(db, row),
    careFactsOf(db, cipher, [childId], row.day),
    row.takenBy === who.accountId && !row.closed ? othersTold(deps, row, who) : [],
  ])
  return alertView(cipher, { row, steps, mark, facts: facts.get(childId), colleagues }, who.accountId)
}

const othersTold = (deps: Deps, row: AlertRow, who: Who) =>
  deps.db.transaction(async (tx) => {
    const all = await colleaguesOf(tx, row.id, who.accountId)
    const fit = await notBarred(
      deps,
      tx,
      row.childId,
      all.map((one) => one.accountId),
    )
    return all.filter((one) => fit.includes(one.accountId))
  })

type State = { state: 'open' | 'taken' | 'closed' }

/** @throws Problem not_found, alert_taken (somebody else was first), alert_closed */
export async function takeUp(deps: Deps, who: Who, id: string, from: string | null): Promise<State> {
  const row = await mine(deps, who.accountId, id)
  if (row.closed) throw new Problem('alert_closed')
  if (row.takenBy === who.accountId) return { state: 'taken' }
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    if (!(await takeAlert(tx, id, { by: who.accountId, from, at }))) throw new Problem('alert_taken')
    await addStep(tx, { id: deps.ids.id(), alertId: id, kind: 'taken', at, by: byOf(row, who) })
  })
  return { state: 'taken' }
}

const byOf = ({ badge }: AlertRow, who: Who) => ({ id: who.accountId, name: badge })

/** @throws Problem not_found (nobody whom it may be given to), alert_not_yours, alert_closed */
export async function handOn(deps: Deps, who: Who, id: string, to: string): Promise<State> {
  const row = await mine(deps, who.accountId, id)
  if (row.closed) throw new Problem('alert_closed')
  if (row.takenBy === to && to !== who.accountId) return { state: 'taken' }
  if (row.takenBy !== who.accountId) throw new Problem('alert_not_yours')
  const colleague = (await othersTold(deps, row, who)).find((one) => one.accountId === to)
  if (!colleague) throw new Problem('not_found')
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    if (!(await takeAlert(tx, id, { by: to, from: who.accountId, at }))) throw new Problem('alert_not_yours')
    const step = { id: deps.ids.id(), alertId: id, at, by: byOf(row, who), to: colleague.name }
    await addStep(tx, { ...step, kind: 'handed_on' })
    await addPeople(tx, id, [to], at)
    await tellReceiver(deps, tx, { alert: row, to, key: step.id, at })
  })
  return { state: 'taken' }
}

const tellReceiver = (
  deps: Deps,
  tx: Tx,
  { alert, to, key, at }: { alert: AlertRow; to: string; key: string; at: Date },
): Promise<void> =>
  notify(tx, {
    id: deps.ids.id(),
    eventKey: `care/alert/${alert.id}/handed/${key}`,
    accountId: to,
    caseId: alert.caseId,
    kind: 'care_alert_handed',
    at,
    deliverAt: at,
    alertId: alert.id,
  })

/** @throws Problem not_found, alert_not_yours, alert_closed */
export async function closeUp(
  deps: Deps,
  who: Who,
  id: string,
  { outcome, words }: { outcome: AlertOutcome; words: string },
): Promise<State> {
  const row = await mine(deps, who.accountId, id)
  if (row.closed) {
    if (row.takenBy === who.accountId) return { state: 'closed' }
    throw new Problem('alert_closed')
  }
  const at = deps.clock.now()
  const step = deps.ids.id()
  await deps.db.transaction(async (tx) => {
    if (!(await closeAlert(tx, id, who.accountId, at))) throw new Problem('alert_not_yours')
    await addStep(tx, {
      id: step,
      alertId: id,
      kind: 'closed',
      at,
      by: byOf(row, who),
      outcome,
      wordsEnc: deps.cipher.encrypt('care_alert_words.words_enc', step, words),
    })
  })
  return { state: 'closed' }
}
