/**
 * The promise: whoever presses has an answer that holds: a place, a number in line or a number in the draw, by the order
 * in which they reached the server, however many press at once; and one child is in a programme once.
 */
import type { SignedUp } from '@linli/contracts/enrolments'
import type { GroupRule } from '@linli/contracts/line'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { firstResult, type Idempotency, priorResult } from '../../../platform/idempotency'
import { Problem } from '../../../platform/problem'
import { type ChildFacts, childrenOf } from '../../children/service'
import { scoreOf } from './eligibility'
import { leaveEverything } from './enrolments'
import { fillClasses, fillLine } from './filling'
import { alreadyIn, closedNow, refusalOf } from './refusals'
import { forgetProgramme, programmeRow } from '../service'
import { insertSignUp, type NewSignUp } from './sign-up-store'
import { type SignedUpRow, signedUpOf, withoutConsent } from './signed-up-store'
import type { ProgrammeRow } from '../row'

export interface SignUpWish {
  programmeId: string
  children: readonly string[]
  rule: GroupRule
  /** When it reached the server. */
  at: Date
}

/** How often a sign-up looks again when somebody else was in the same moment. */
const looks = 4

/** @throws Problem the codes of the contract `signUp` */
export async function signUp(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  wish: SignUpWish,
): Promise<SignedUp> {
  const [row, mine] = await Promise.all([
    programmeRow(deps, wish.programmeId),
    childrenOf(deps, who.accountId),
  ])
  const children = wish.children.map((id) => mine.find((child) => child.id === id))
  const refusal = refusalOf(row, children, wish.at)
  if (refusal) return replayOr(deps, idempotency, row, refusal)
  const own = children.filter((child) => child !== undefined)
  for (let look = 1; look <= looks; look++) {
    const wanted = prepare(deps, who, row, own, wish)
    const outcome = await insertSignUp(deps.db, wanted, idempotency)
    if (!outcome) continue
    if (outcome.done) {
      await leaveWithoutConsent(deps, who, wanted.groupId)
      return answer(deps, row, wanted.groupId)
    }
    if (outcome.prior)
      return answer(deps, row, firstResult(outcome.prior.bodyHash, outcome.prior.resultId, idempotency))
    // An offer that is over by the clock stands in nobody's way, though nobody has written it down yet.
    if (outcome.known.some((known) => known.over) && look < looks) await fillLine(deps, row)
    else if (outcome.known.length > 0) throw alreadyIn(wish.children, outcome.known)
    else if (!outcome.open) throw closedNow(row, wish.at)
  }
  throw new Problem('busy')
}

function prepare(
  deps: Deps,
  who: Who,
  row: ProgrammeRow,
  own: readonly ChildFacts[],
  { rule, at }: SignUpWish,
): NewSignUp {
  return {
    programmeId: row.id,
    accountId: who.accountId,
    groupId: deps.ids.id(),
    rule,
    at,
    enrolments: own.map((child) => ({
      caseId: deps.ids.id(),
      childId: child.id,
      score: scoreOf(child, row.priority),
    })),
  }
}

/** A refusal may be the echo of a success whose answer was lost: then the first answer is given again. */
async function replayOr(
  deps: Deps,
  idempotency: Idempotency,
  row: ProgrammeRow,
  refusal: Problem,
): Promise<SignedUp> {
  const prior = await priorResult(deps.db, idempotency)
  if (!prior) throw refusal
  return answer(deps, row, prior)
}

/**
 * What was decided, after it was: classes for those with a place; and if a place was given back in the same moment, when
 * this one was not in the line yet, the line is looked through once more.
 */
async function answer(deps: Deps, row: ProgrammeRow, groupId: string): Promise<SignedUp> {
  const read = (): Promise<SignedUpRow[]> => signedUpOf(deps.db, groupId, deps.clock.now())
  const rows = await read()
  const classless = rows.filter((r) => r.needsClass).map((r) => r.caseId)
  if (classless.length > 0) await fillClasses(deps, row, classless)
  if (rows.some((r) => r.state === 'confirmed')) forgetProgramme(deps, row.id, row.community)
  const isMissed = rows.some((r) => r.state === 'waiting' && r.isFree)
  if (isMissed) await fillLine(deps, row)
  return { entries: (isMissed ? await read() : rows).map(entryOf) }
}

const entryOf = ({ caseId, number, childId, nickname, state, position, drawNumber }: SignedUpRow) => ({
  caseId,
  number,
  childId,
  nickname,
  state,
  position,
  drawNumber,
})

/**
 * The consent was read before the child's row was locked: who took it back in between is heard. If this process ends
 * before it has, the job does it (`jobs.ts`); a key that is sent again gets its first answer.
 */
async function leaveWithoutConsent(deps: Deps, who: Who, groupId: string): Promise<void> {
  const gone = await withoutConsent(deps.db, groupId)
  if (gone.length === 0) return
  await deps.db.transaction(async (tx) => {
    for (const childId of gone) await leaveEverything(deps, tx, who, childId, deps.clock.now())
  })
  throw new Problem('consent_needed')
}
