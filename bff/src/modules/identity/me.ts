/** Who somebody is: what their account says of them, and which grants they have. */
import type { DemoPerson, Me } from '@linli/contracts/identity'
import type { Role } from '@linli/contracts/roles'
import type { Deps } from '../../deps'
import { maskPhone } from '../../platform/crypto'
import type { Tx } from '../../platform/db'
import { nameForm } from '../../platform/name-form'
import { Problem } from '../../platform/problem'
import type { Limit } from '../../platform/rate-limit'
import { type Read, readOf } from '../../platform/read'
import { community, directory } from '../divisions/service'
import { keepLeft } from './kept-names-store'
import type { GrantFact } from './policy'
import { isVerifiedVolunteer } from './verified-store'
import { type AccountRow, demoAccounts, findAccount, grantsOf as grantRows, updateAccount } from './store'

export const grantsOf = ({ db }: Pick<Deps, 'db'>, accountId: string): Promise<GrantFact[]> =>
  grantsIn(db.statement, accountId)

/**
 * As they stand in this moment of a transaction: whoever decides by them asks once what they decide about is locked, or
 * who lost their office while they waited would still act.
 */
export const grantsInside = (tx: Tx, accountId: string): Promise<GrantFact[]> =>
  grantsIn(readOf(tx), accountId)

const grantsIn = async (read: Read, accountId: string): Promise<GrantFact[]> =>
  (await grantRows(read, accountId)).map((row) => ({
    role: row.role as Role,
    division: row.division,
    displayName: row.display_name,
  }))

/** The community of somebody's account; null before they have said it. */
export const homeOf = async ({ db }: Pick<Deps, 'db'>, accountId: string): Promise<string | null> =>
  (await findAccount(db, accountId))?.communityCode ?? null

/** @throws Problem sign_in_required when the account is gone */
export async function meOf(deps: Deps, accountId: string): Promise<Me> {
  const account = await findAccount(deps.db, accountId)
  if (!account) throw new Problem('sign_in_required')
  return present(deps, account)
}

async function present(deps: Deps, account: AccountRow): Promise<Me> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, account.id), directory(deps)])
  const { name, phone } = contactFrom(deps, account)
  return {
    id: account.id,
    name,
    phone: phone && maskPhone(phone),
    community: divisions.find(account.communityCode ?? '') ?? null,
    elderMode: account.elderMode,
    grants: grants.map(({ role, division }) => ({
      role,
      division,
      divisionName: divisions.find(division)?.name ?? '',
    })),
  }
}

const contactFrom = ({ cipher }: Deps, account: AccountRow) => ({
  name: account.nameEnc && cipher.decrypt('accounts.name_enc', account.id, account.nameEnc),
  phone: account.phoneEnc && cipher.decrypt('accounts.phone_enc', account.id, account.phoneEnc),
})

/** Name and telephone in clear. Only for a caller that has justified and recorded the reading (rule 6). */
export async function contactOf(
  deps: Deps,
  accountId: string,
): Promise<{ name: string | null; phone: string | null }> {
  const account = await findAccount(deps.db, accountId)
  return account ? contactFrom(deps, account) : { name: null, phone: null }
}

/**
 * Whoever is given another adviser since they call themselves otherwise learns that somebody of that name is on the other
 * side: whoever tries names comes not far.
 */
const names: Limit = { name: 'own-names', max: 10, windowSeconds: 86_400 }

async function mayRename(deps: Deps, accountId: string, name: string): Promise<void> {
  const now = (await contactOf(deps, accountId)).name
  // The same name once more, as a tap that was not answered is repeated, tries nothing.
  if (now !== null && nameForm(now) === nameForm(name)) return
  await deps.rates.within([[names, accountId]], 'names_today')
}

/**
 * What staff have compared with papers is what a record of service says, and what the person served is told: whoever
 * volunteers keeps that name until they are none, and are looked at anew (docs/service-records.md).
 * @throws Problem name_verified
 */
async function refuseVerified(deps: Deps, tx: Tx, accountId: string, name: string): Promise<void> {
  const now = (await contactOf(deps, accountId)).name
  if (now !== null && nameForm(now) !== nameForm(name) && (await isVerifiedVolunteer(tx, accountId)))
    throw new Problem('name_verified')
}

/** @throws Problem not_found for a community that does not exist, names_today, name_verified */
export async function updateMe(
  deps: Deps,
  accountId: string,
  change: { name?: string | undefined; community?: string | undefined; elderMode?: boolean | undefined },
): Promise<Me> {
  if (change.community !== undefined) await community(deps, change.community)
  if (change.name !== undefined) await mayRename(deps, accountId, change.name)
  const account = await deps.db.transaction(async (tx) => {
    if (change.name !== undefined) {
      await refuseVerified(deps, tx, accountId, change.name)
      await keepLeft(deps, tx, accountId, deps.clock.now())
    }
    return updateAccount(tx, accountId, {
      ...(change.name !== undefined && {
        nameEnc: deps.cipher.encrypt('accounts.name_enc', accountId, change.name),
      }),
      ...(change.community !== undefined && { communityCode: change.community }),
      ...(change.elderMode !== undefined && { elderMode: change.elderMode }),
    })
  })
  return present(deps, account)
}

/** @throws Problem not_found where this is no demonstration server */
export async function demoPeople(deps: Deps): Promise<DemoPerson[]> {
  if (!deps.config.demo) throw new Problem('not_found')
  const [accounts, divisions] = await Promise.all([demoAccounts(deps.db), directory(deps)])
  return accounts.map((account) => ({
    key: account.demoKey ?? '',
    title: contactFrom(deps, account).name ?? '',
    says: account.demoSays ?? '',
    community: divisions.find(account.communityCode ?? '')?.name ?? '',
  }))
}
