/** The promise: nobody of the family is told of visits who did not agree, and whoever did can end it. */
import type { FamilyLink, FamilyRelation, OwnFamily } from '@linli/contracts/visit-family'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { directory } from '../divisions/service'
import { grantsInside } from '../identity/service'
import * as store from './family-store'
import { managesIn } from './policy'
import { elderIn, familyOf } from './register'
import { accountOfPhone, lockElders } from './store'
import { told } from './tell'
import { demandManager } from './visitors'

/** @throws Problem not_found, idempotency_key_reused */
export const askFamily = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, phone, relation }: { id: string; phone: string; relation: FamilyRelation },
): Promise<{ family: FamilyLink[] }> =>
  deps.db.transaction(async (tx) => {
    const [at, fresh] = [deps.clock.now(), deps.ids.id()]
    const known = await claim(tx, idempotency, fresh, at)
    await lockElders(tx, [id])
    const { place } = await elderIn(deps, tx, who, id)
    demandManager(place)
    if (known === undefined)
      await ask(deps, tx, { id: fresh, elderId: id, relation, by: who.accountId, at }, phone)
    return { family: await familyOf(deps, tx, id) }
  })

/** Whoever has the number is told that they are asked; whoever has not yet an account finds it when they sign in. */
async function ask(
  deps: Deps,
  tx: Tx,
  link: Omit<store.NewLink, 'phoneEnc' | 'phoneHash'>,
  phone: string,
): Promise<void> {
  const { cipher } = deps
  const added = await store.insertLink(tx, {
    ...link,
    phoneEnc: cipher.encrypt('visit_family.phone_enc', link.id, phone),
    phoneHash: cipher.lookup('phone', phone),
  })
  const accountId = added ? await accountOfPhone(tx, cipher.lookups('phone', phone)) : null
  if (accountId) await told(deps, tx, { accountId, kind: 'visit_asked', event: link.id, at: link.at })
}

/** A mistyped number is somebody else's: they read no whole name. */
const inShort = (name: string): string => `${Array.from(name)[0] ?? ''}某某`

const ownOf = async (deps: Deps, tx: Tx, accountId: string): Promise<{ family: OwnFamily[] }> => {
  const divisions = await directory(deps)
  return {
    family: (await store.ownLinks(tx, accountId)).map((row) => ({
      id: row.id,
      elder: inShort(
        row.nameEnc === null ? '' : deps.cipher.decrypt('visit_elders.name_enc', row.elderId, row.nameEnc),
      ),
      relation: row.relation,
      communityName: divisions.find(row.community)?.name ?? '',
      agreed: row.agreed,
      askedAt: row.askedAt.toISOString(),
    })),
  }
}

export const listOwnFamily = (deps: Deps, who: Who): Promise<{ family: OwnFamily[] }> =>
  deps.db.transaction((tx) => ownOf(deps, tx, who.accountId))

/** @throws Problem not_found for whose number it is not, or which is over; idempotency_key_reused */
export const answerFamily = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, agree }: { id: string; agree: boolean },
): Promise<{ family: OwnFamily[] }> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if ((await claim(tx, idempotency, id, at)) === undefined) {
      const link = await store.linkById(tx, id, who.accountId)
      const done =
        link?.mine === true &&
        (agree ? await store.agree(tx, id, who.accountId, at) : await store.endLink(tx, id, 'declined', at))
      if (!done) throw new Problem('not_found')
    }
    return ownOf(deps, tx, who.accountId)
  })

/** @throws Problem not_found for whoever is neither family nor staff, or where it is over; idempotency_key_reused */
export const endFamily = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<Record<string, never>> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if ((await claim(tx, idempotency, id, at)) !== undefined) return {}
    const link = await store.linkById(tx, id, who.accountId)
    const staff = link !== undefined && managesIn(await grantsInside(tx, who.accountId), link.community)
    if (!link || !(link.mine || staff)) throw new Problem('not_found')
    if (!(await store.endLink(tx, id, link.mine ? 'family' : 'staff', at))) throw new Problem('not_found')
    return {}
  })
