/**
 * The promise: the only way a state changes. Table, conditions, guard, event, right to rate and the service's own hook,
 * for one case or thousands, by a person or the clock; all of it or nothing, in the caller's transaction.
 */
import type { CaseAction } from '@linli/contracts/case-base'
import { type Transition } from '@linli/contracts/transitions'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { readOf } from '../../platform/read'
import { Problem } from '../../platform/problem'
import { hydrate } from './hydrate'
import { type By, byClock, type Change, type Move, type Seen } from './kind'
import type { CaseRow } from './row'
import { grantRight, withdrawRight } from './rights'
import { transitionFor } from './rules'
import * as store from './store'

/** A case that is locked, with the row of its table by which it may move now. */
export interface Authorised extends Seen {
  transition: Transition
  by: By
}

export interface Details {
  note?: string | null
  at: Date
  /** What this move sets beside what its state means. */
  change?: Change
}

type Spine = Pick<Deps, 'ids' | 'cipher' | 'kinds' | 'metrics'>

/** @throws Problem action_not_open when one of them is no longer where it was seen; then nothing has moved */
export async function advance(
  deps: Spine,
  tx: Tx,
  cases: readonly Authorised[],
  details: Details,
): Promise<readonly Move[]> {
  if (cases.length === 0) return []
  const { note = null, at, change = {} } = details
  const moved = await store.moveCases(
    tx,
    cases.map((each) => newState(each, change, at)),
  )
  if (moved !== cases.length) throw new Problem('action_not_open')
  const moves = cases.map(({ transition: { action, to, unasked = false }, ...each }) => ({
    ...each,
    action,
    unasked,
    to,
    note,
    at,
  }))
  await store.insertEvents(
    tx,
    moves.map((move) => ({ ...move, caseId: move.row.id, from: move.row.state })),
  )
  await settleRights(tx, moves)
  for (const kind of new Set(moves.map((move) => move.kind)))
    await kind.moved?.(
      deps,
      tx,
      moves.filter((move) => move.kind === kind),
    )
  return moves
}

/** A state that is kept keeps its turn and its due time, unless the details say otherwise. */
function newState(
  { row, kind, transition: { to }, by }: Authorised,
  change: Change,
  at: Date,
): store.NewState {
  const meaning = kind.states[to]
  const isClosed = meaning?.is !== 'open'
  const turn = to === row.state ? row.waitingFor : (meaning?.waitsFor ?? 'nobody')
  return {
    id: row.id,
    from: row.state,
    to,
    waitingFor: change.waitingFor ?? turn,
    dueAt: change.dueAt === undefined ? row.dueAt : change.dueAt,
    escalatedAt: change.escalatedAt === undefined ? row.escalatedAt : change.escalatedAt,
    startsAt: change.startsAt === undefined ? row.startsAt : change.startsAt,
    endsAt: change.endsAt === undefined ? row.endsAt : change.endsAt,
    title: change.title ?? row.title,
    lapsesAt: isClosed ? null : lapsing(row, to, change),
    ...decision(row, to, change, by, at),
    // Words that are added to what is closed do not close it again.
    closedAt: isClosed ? (row.closedAt ?? at) : null,
    finishedAt: meaning?.is === 'finished' ? (row.closedAt ?? at) : null,
  }
}

/** Whoever decides may take it back; words that keep the state leave it theirs. */
function decision(
  row: CaseRow,
  to: string,
  { decides }: Change,
  { actorId }: By,
  at: Date,
): Pick<store.NewState, 'decidedBy' | 'decidedAt'> {
  if (decides) return { decidedBy: actorId, decidedAt: at }
  if (to === row.state) return { decidedBy: row.decidedBy, decidedAt: row.decidedAt }
  return { decidedBy: null, decidedAt: null }
}

function lapsing(row: CaseRow, to: string, { lapsesAt }: Change): Date | null {
  if (lapsesAt !== undefined) return lapsesAt
  return to === row.state ? row.lapsesAt : null
}

/** What is finished can be rated from now on; what was taken back can not (docs/product.md › Rule 1). */
async function settleRights(tx: Tx, moves: readonly Move[]): Promise<void> {
  const rated = moves.filter(({ kind }) => kind.rated)
  const isFinished = ({ kind }: Move, state: string): boolean => kind.states[state]?.is === 'finished'
  await grantRight(
    tx,
    rated.filter((move) => isFinished(move, move.to)),
  )
  for (const move of rated)
    if (isFinished(move, move.row.state) && !isFinished(move, move.to))
      await withdrawRight(tx, move.row.id, move.action === 'undo')
}

/** What a table says of one case, whoever asks; the caller has locked it. */
export function allowed(
  seen: Seen,
  asked: { action: CaseAction; by: By; unasked?: boolean },
  at: Date,
): Authorised | undefined {
  const { action, by, unasked = false } = asked
  const wanted = { action, side: by.side, accountId: by.actorId ?? undefined, unasked }
  const transition = transitionFor(seen, wanted, at)
  return transition && { ...seen, transition, by }
}

/**
 * Locks any number of cases, by id, and leaves those that their table lets this side move now.
 * @param asked.to of several ways that one action has, which
 */
export async function authoriseMany(
  deps: Spine,
  tx: Tx,
  ids: readonly string[],
  asked: { action: CaseAction; by?: By; unasked?: boolean; to?: string },
  at: Date,
): Promise<Authorised[]> {
  const seen = await hydrate(deps, readOf(tx), await store.lockCases(tx, ids))
  const { to, by = byClock, ...rest } = asked
  return seen.flatMap((each) => {
    const kind = to === undefined ? each.kind : leadingTo(each.kind, to)
    const authorised = allowed({ ...each, kind }, { ...rest, by }, at)
    return authorised ? [{ ...authorised, kind: each.kind }] : []
  })
}

const leadingTo = (kind: Seen['kind'], to: string): Seen['kind'] => ({
  ...kind,
  transitions: kind.transitions.filter((t) => t.to === to),
})
