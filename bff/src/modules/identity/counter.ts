/**
 * The promise: who lost a number gets another one with papers alone, if two members of staff have seen them; nobody
 * decides about themselves, old sessions end, and the person reads who did it.
 */
import type { Papers, ProposedNumber } from '@linli/contracts/accounts'
import type { Deps } from '../../deps'
import type { Asker } from '../../http/asker'
import type { Who } from '../../http/context'
import { maskPhone } from '../../platform/crypto'
import { sqlState } from '../../platform/db-errors'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { spendCode } from './code-store'
import { findPerson, holderOf, mustBeOnPapers, mustReach } from './counter-people'
import * as store from './counter-store'
import { join, type JoinPorts, whole } from './join'
import { keepLeft } from './kept-names-store'
import { accountBehindPhone, insertChange, type NewChange, replacePhone } from './number-store'
import { checkCode, spendingOf } from './phone-codes'
import { badgeFor, isStaffOf } from './policy'
import { contactOf, grantsOf } from './me'

type FoundPerson = Pick<store.FoundRow, 'id' | 'numberOn' | 'phoneEnc'>

interface Asked {
  community: string
  name: string
  known: string
  papers: Papers
  newPhone: string
  code: string
}

/**
 * @throws Problem not_found, person_not_found, person_unclear, not_allowed (one's own), number_above, phone_code_*,
 *   number_change_waits
 */
export async function proposeNumber(
  deps: Deps,
  who: Who & { asker: Asker },
  idempotency: Idempotency,
  asked: Asked,
): Promise<ProposedNumber> {
  const { clock, db } = deps
  const grants = await grantsOf(deps, who.accountId)
  if (!isStaffOf(grants, asked.community)) throw new Problem('not_found')
  const person = await findPerson(deps, grants, asked)
  if (person.id === who.accountId) throw new Problem('not_allowed')
  await mustReach(deps, [grants], [person.id, await holderOf(deps, asked.newPhone)])
  const at = clock.now()
  const spending = spendingOf(deps, who.asker, { phone: asked.newPhone, code: asked.code })
  const good = await checkCode(deps, spending)
  const id = await db
    .transaction(async (tx) => {
      const fresh = deps.ids.id()
      const known = await claim(tx, idempotency, fresh, at)
      if (known) return known
      if (!good || !(await spendCode(tx, spending))) throw new Problem('phone_code_expired')
      await insertChange(
        tx,
        newChange(deps, { id: fresh, who, badge: badgeFor(grants, asked.community), person, asked, at }),
      )
      return fresh
    })
    .catch((error: unknown) => {
      throw sqlState(error) === '23505' ? new Problem('number_change_waits') : error
    })
  return present(deps, who, await changeOf(deps, id))
}

function newChange(
  { cipher }: Deps,
  one: { id: string; who: Who; badge: string; person: FoundPerson; asked: Asked; at: Date },
): NewChange {
  const { id, who, badge, person, asked, at } = one
  const { numberOn, phoneEnc } = person
  const old = phoneEnc && cipher.decrypt('accounts.phone_enc', numberOn ?? person.id, phoneEnc)
  return {
    id,
    accountId: person.id,
    way: 'counter',
    communityCode: asked.community,
    papers: asked.papers,
    oldPhoneEnc: old && cipher.encrypt('number_changes.old_phone_enc', id, old),
    newPhoneEnc: cipher.encrypt('number_changes.new_phone_enc', id, asked.newPhone),
    lostOn: numberOn,
    proposedBy: who.accountId,
    proposer: badge,
    proposedAt: at,
  }
}

/** @throws Problem not_found unless the reader is staff of the division */
export async function listProposedNumbers(deps: Deps, who: Who, division: string): Promise<ProposedNumber[]> {
  if (!isStaffOf(await grantsOf(deps, who.accountId), division)) throw new Problem('not_found')
  const rows = await store.waitingChanges(deps.db, division)
  return Promise.all(rows.map((row) => present(deps, who, row)))
}

async function changeOf({ db }: Deps, id: string): Promise<store.ChangeRow> {
  const row = await store.findChange(db, id)
  if (!row) throw new Problem('not_found')
  return row
}

async function present(deps: Deps, who: Who, row: store.ChangeRow): Promise<ProposedNumber> {
  const { cipher, db } = deps
  const mine = await store.idsOf(db, who.accountId)
  const phone = row.newPhoneEnc && cipher.decrypt('number_changes.new_phone_enc', row.id, row.newPhoneEnc)
  const holder = phone && (await accountBehindPhone(db, cipher.lookup('phone', phone)))
  const old = row.oldPhoneEnc && cipher.decrypt('number_changes.old_phone_enc', row.id, row.oldPhoneEnc)
  return {
    id: row.id,
    proposedAt: row.proposedAt.toISOString(),
    proposedBy: row.proposer,
    papers: row.papers as Papers,
    oldPhone: old && maskPhone(old),
    newPhone: maskPhone(phone ?? ''),
    joins: Boolean(holder) && holder !== row.accountId,
    canDecide: !mine.includes(row.proposedBy) && !mine.includes(row.accountId),
    mine: mine.includes(row.proposedBy),
  }
}

/**
 * @throws Problem not_found, second_staff_needed, papers_differ, not_allowed (one's own), number_above, action_not_open,
 *   join_impossible
 */
export async function decideNumber(
  deps: Deps,
  ports: JoinPorts,
  who: Who,
  idempotency: Idempotency,
  asked: { id: string; approve: boolean; name?: string | undefined },
): Promise<void> {
  const [grants, row, mine] = await Promise.all([
    grantsOf(deps, who.accountId),
    changeOf(deps, asked.id),
    store.idsOf(deps.db, who.accountId),
  ])
  const community = row.communityCode ?? ''
  if (community === '' || !isStaffOf(grants, community)) throw new Problem('not_found')
  const work = async (tx: Tx): Promise<void> => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, row.id, at)) return
    if (mine.includes(row.accountId)) throw new Problem('not_allowed')
    if (asked.approve && mine.includes(row.proposedBy)) throw new Problem('second_staff_needed')
    if (asked.approve) await mustBeOnPapers(deps, row.accountId, asked.name)
    if (asked.approve && row.newPhoneEnc) {
      const phone = deps.cipher.decrypt('number_changes.new_phone_enc', row.id, row.newPhoneEnc)
      const both = [grants, await grantsOf(deps, row.proposedBy)]
      await mustReach(deps, both, [row.accountId, await holderOf(deps, phone)])
    }
    const by = { accountId: who.accountId, badge: badgeFor(grants, community), approve: asked.approve, at }
    if (!(await store.markDecided(tx, row.id, by))) throw new Problem('action_not_open')
    if (asked.approve) await carryOut(deps, ports, tx, row, at)
  }
  // Of one person the database refuses what two may do, such as being on duty in two places at one hour.
  await whole(deps, work, 'join_impossible')
}

async function carryOut(deps: Deps, ports: JoinPorts, tx: Tx, row: store.ChangeRow, at: Date): Promise<void> {
  const { cipher, db } = deps
  const phone = cipher.decrypt('number_changes.new_phone_enc', row.id, row.newPhoneEnc ?? '')
  const phoneHash = cipher.lookup('phone', phone)
  const holder = await accountBehindPhone(db, phoneHash)
  if (holder && holder !== row.accountId && !(await store.isLeft(tx, holder, at)))
    await join(deps, ports, tx, { from: holder, into: row.accountId }, 'counter')
  for (const one of new Set([row.accountId, row.lostOn ?? row.accountId])) await keepLeft(deps, tx, one, at)
  // The lost number goes where it stands; a good one on the account itself stays.
  if (row.lostOn) await store.clearNumber(tx, row.lostOn)
  const place = row.lostOn && (await store.hasNumber(tx, row.accountId)) ? row.lostOn : row.accountId
  await store.freeNumber(tx, phoneHash, place)
  const phoneEnc = cipher.encrypt('accounts.phone_enc', place, phone)
  await replacePhone(tx, place, { phoneEnc, phoneHash, at, proofFrom: null })
  await store.endAllOf(tx, row.accountId, at)
  if (row.oldPhoneEnc) await addJob(tx, 'tell_old_number', { changeId: row.id }, at)
}

export { forgetOldNumbers } from './counter-store'

const patienceMs = 5_000

/** Tells the number that was that it opens this account no more; nothing of the account is in it. */
export async function tellOldNumber(deps: Deps, changeId: string): Promise<void> {
  const row = await store.findChange(deps.db, changeId)
  if (!row?.oldPhoneEnc || !deps.sms) return
  const phone = deps.cipher.decrypt('number_changes.old_phone_enc', row.id, row.oldPhoneEnc)
  await deps.sms.sendNotice(phone, oldNumberText, AbortSignal.timeout(patienceMs))
  await store.markTold(deps.db, changeId, deps.clock.now())
}

/** Tells a number that the account it opens is one with another. */
export async function tellJoined(deps: Deps, accountId: string): Promise<void> {
  const { phone } = await contactOf(deps, accountId)
  if (phone && deps.sms) await deps.sms.sendNotice(phone, joinedText, AbortSignal.timeout(patienceMs))
}

const joinedText = '【邻里】您的手机号现在登录的是合并后的账户。如果不是您本人合并的，请马上打电话给社区。'

const oldNumberText =
  '【邻里】您的账户已换成另一个手机号，这个号码不能再登录。如果不是您本人办的，请马上打电话给社区。'
