/**
 * The promise: whoever asks to leave is gone in three days, whole or not at all; until then signing in takes it back. What
 * others still count on has to end first (docs/accounts.md › Leaving).
 */
import { leaveDays, type Standing } from '@linli/contracts/leaving'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { LeaveStatements } from '../../platform/account-rows'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { Problem } from '../../platform/problem'
import { dayMs, dayOf } from '../../platform/shanghai'
import { emptyFeedback, feedbackOf } from '../feedback/service'
import { demandConfirmed, emptyAccounts, endSessionsOf, markLeaving } from '../identity/service'
import { eraseWordsOf } from '../ratings/service'
import * as store from './leave-store'

/** What becomes of a child when one of its guardians leaves. */
export interface Parting {
  id: string
  nickname: string
  fate: 'erased' | 'stays' | 'nobody'
}

/** What leaving needs of the others and must not know; `lines.ts` puts it in. */
export interface LeavePorts {
  partingsOf(tx: Tx, accountId: string): Promise<Parting[]>
  partFromChildren(deps: Deps, tx: Tx, accountId: string, at: Date): Promise<void>
  /** What they let others in with. */
  endInvitations(tx: Tx, accountIds: readonly string[]): Promise<void>
  /** Of children that stay. */
  passOnPlaces(tx: Tx, accountId: string): Promise<number>
  /** The modules' own rows, in the order in which they go. */
  sealed: LeaveStatements
  deleted: LeaveStatements
}

interface Look {
  standing: Standing[]
  children: { nickname: string; fate: 'erased' | 'stays' }[]
}

/** The states, as `type/state`, in which an open matter keeps its person from leaving. */
const keeping = ({ kinds }: Deps): string[] =>
  [...kinds.values()].flatMap(({ type, states, keepsFromLeaving: keeps }) =>
    (typeof keeps === 'boolean' ? Object.keys(states).filter(() => keeps) : keeps).map(
      (state) => `${type}/${state}`,
    ),
  )

/** What would have to end before, and what becomes of each child. */
export const lookAtLeaving = (deps: Deps, ports: LeavePorts, who: Who): Promise<Look> =>
  deps.db.snapshot((tx) => look(deps, tx, ports, who.accountId, [who.accountId], deps.clock.now()))

async function look(
  deps: Deps,
  tx: Tx,
  ports: LeavePorts,
  accountId: string,
  ids: readonly string[],
  at: Date,
): Promise<Look> {
  const standing = await store.standingOf(tx, ids, { states: keeping(deps), today: dayOf(at) })
  const partings = await ports.partingsOf(tx, accountId)
  return {
    standing: [
      ...standing,
      ...partings
        .filter((child) => child.fate === 'nobody')
        .map(({ id, nickname }) => ({
          kind: 'child' as const,
          title: nickname,
          childId: id,
          caseId: null,
          role: null,
        })),
    ],
    children: partings.flatMap(({ nickname, fate }) => (fate === 'nobody' ? [] : [{ nickname, fate }])),
  }
}

/**
 * Every session and invitation ends at once. Nothing else is taken away yet: whoever signs in until then finds it as it was.
 * @throws Problem confirm_needed, leaving_not_open
 */
export async function leave(deps: Deps, ports: LeavePorts, who: Who): Promise<{ finalAt: string }> {
  await demandConfirmed(deps, who)
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const { accountId } = who
    const leaver = await store.lockLeaver(tx, accountId)
    if (!leaver || leaver.erasedAt) throw new Problem('sign_in_required')
    if (leaver.leavesAt) return { finalAt: leaver.leavesAt.toISOString() }
    const { standing } = await look(deps, tx, ports, accountId, leaver.ids, at)
    if (standing.length > 0) throw new Problem('leaving_not_open')
    const leavesAt = new Date(at.getTime() + leaveDays * dayMs)
    await markLeaving(tx, accountId, leavesAt)
    await ports.endInvitations(tx, leaver.ids)
    await endSessionsOf(tx, leaver.ids, at)
    return { finalAt: leavesAt.toISOString() }
  })
}

const batch = 20
/** Somebody with many matters; nobody waits for it. */
const patienceMs = 60_000

/**
 * One that fails does not hold up the others.
 * @returns how many accounts of a batch were erased
 * @throws the first failure, when nothing else was done
 */
export async function finishLeaving(deps: Deps, ports: LeavePorts): Promise<number> {
  const at = deps.clock.now()
  const failures: unknown[] = []
  let done = 0
  for (const { id } of await store.dueLeavers(deps.db, keeping(deps), at, batch)) {
    try {
      done += Number(await finish(deps, ports, id, at))
    } catch (error) {
      failures.push(error)
    }
  }
  if (done === 0 && failures.length > 0) throw failures[0]
  return done
}

const gone = '（账户已注销，内容已删除）'

async function emptyWords({ cipher }: Deps, tx: Tx, ids: readonly string[]): Promise<number> {
  let fields = 0
  for (const id of await feedbackOf(tx, ids)) {
    const enc = cipher.encrypt('feedback.text_enc', id, gone)
    fields += await emptyFeedback(tx, id, { enc, shown: gone })
  }
  return fields
}

/** They came back in this moment, or were erased by another. */
const notDue = new Problem('action_not_open')

/** What people wrote in the matters of each service. */
const ofServices = ({ kinds }: Deps): LeaveStatements =>
  Object.assign({}, ...[...kinds.values()].map((kind) => kind.onLeave)) as LeaveStatements

/**
 * Everything in one transaction: killed anywhere, it is begun anew. It locks in the order of docs/locks.md: child
 * after child, then the accounts.
 */
async function finish(deps: Deps, ports: LeavePorts, accountId: string, at: Date): Promise<boolean> {
  const work = async (tx: Tx): Promise<boolean> => {
    await ports.partFromChildren(deps, tx, accountId, at)
    await ports.passOnPlaces(tx, accountId)
    const leaver = await store.lockLeaver(tx, accountId)
    if (!leaver?.leavesAt || leaver.leavesAt > at || leaver.erasedAt) throw notDue
    // The words of timelines are proven by the function that erases them.
    await store.eraseNotes(tx, accountId, at)
    const contact =
      (await store.emptyRows(
        tx,
        { ...ports, deleted: { ...ports.deleted, ...ofServices(deps) } },
        leaver.ids,
      )) +
      (await eraseWordsOf(tx, leaver.ids)) +
      (await emptyWords(deps, tx, leaver.ids)) +
      (await emptyAccounts(tx, leaver.ids, at))
    const cause = leaver.isKept ? 'retention' : 'asked'
    await proveErasure(tx, { aboutId: accountId, cause, fields: { contact }, at })
    return true
  }
  return deps.db.transaction(work, patienceMs).catch((error: unknown) => {
    if (error === notDue) return false
    throw error
  })
}
