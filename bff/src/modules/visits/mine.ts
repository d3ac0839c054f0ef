/** The promise: whoever visits has everybody who is theirs this month on one page, and nobody else. */
import type { MyElder } from '@linli/contracts/visits'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { dayOf } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { grantsInside } from '../identity/service'
import { takeRoster } from './month-store'
import { badgeIn, communitiesOf } from './policy'
import { contactOf, onRecord, presentElder, viewsOf } from './present'
import { monthOf } from './rules'
import { eldersFor } from './store'

/** A list that lies open all day is one look an hour. */
export const quietMinutes = 60

export async function listMyElders(deps: Deps, who: Who): Promise<{ today: string; elders: MyElder[] }> {
  const divisions = await directory(deps)
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const [today, month] = [dayOf(at), monthOf(at)]
    const grants = await grantsInside(tx, who.accountId)
    const communities = communitiesOf(grants).sort()
    for (const community of communities) await takeRoster(tx, community, month, at)
    const found = await eldersFor(tx, who.accountId, communities, { month, today })
    const badge = (community: string): string => badgeIn(grants, community) ?? ''
    await onRecord(deps, tx, who.accountId, found, { badge, quietMinutes })
    const elders = (await viewsOf(tx, found, today)).map((view) => {
      const { phone, address } = contactOf(deps, view.elder)
      const name = divisions.find(view.elder.community)?.name ?? ''
      return { ...presentElder(deps, view, name), phone, address, covering: view.elder.covering }
    })
    return { today, elders }
  })
}
