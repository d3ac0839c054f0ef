/** Notices of a follow-up, in the transaction of its action. They carry its own number and nothing that it is about. */
import { officesAbove } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { addDays, dayOf, instantAt } from '../../platform/shanghai'
import { nearestWith } from '../identity/service'
import { notify } from '../notices/service'
import { unitAccounts } from './audience-store'
import { type Audience, isOfRater, reviewedBy, unitKnows, type FollowUpAction, noticesOf } from './rules'

export interface About {
  id: string
  raterId: string
  community: string
  handledBy: string
  /** Since when the unit knows who it is, or of what is confidential whoever handles it. */
  namedAt: Date | null
  confidential: boolean
}

interface Event {
  /** Names it among the events of this follow-up. */
  key: string
  at: Date
  deliverAt?: Date
}

export async function tellOf(
  deps: Deps,
  tx: Tx,
  action: FollowUpAction,
  about: About,
  event: Event,
): Promise<void> {
  for (const [audience, kind] of noticesOf[action] ?? [])
    await tell(deps, tx, audience, kind, about, {
      ...event,
      ...(audience === 'unit' && isOfRater(action) && { deliverAt: whenUnitHears(about, event.at) }),
    })
}

export async function tellOpened(deps: Deps, tx: Tx, about: About, at: Date): Promise<void> {
  await tell(deps, tx, 'handlers', 'follow_up_opened', about, { key: 'open', at })
  await tell(deps, tx, 'unit', 'follow_up_opened', about, {
    key: 'open',
    at,
    deliverAt: whenUnitHears(about, at),
  })
}

/**
 * The unit hears of what the rater has done the next morning, unless it knows who the rater is: the hour would say who had
 * just been there.
 */
const whenUnitHears = (about: About, at: Date): Date =>
  unitKnows(about) ? at : instantAt(addDays(dayOf(at), 1), 8 * 60)

async function tell(
  deps: Deps,
  tx: Tx,
  audience: Audience,
  kind: NoticeKind,
  about: About,
  { key, at, deliverAt }: Event,
): Promise<void> {
  for (const accountId of await accountsOf(tx, audience, about))
    await notify(tx, {
      id: deps.ids.id(),
      eventKey: `${about.id}/${key}/${accountId}`,
      accountId,
      caseId: about.id,
      kind,
      at,
      deliverAt: deliverAt ?? at,
    })
}

async function accountsOf(tx: Tx, audience: Audience, about: About): Promise<string[]> {
  if (audience === 'rater') return [about.raterId]
  const staff = await staffOf(tx, audience, about)
  return staff.filter((accountId) => accountId !== about.raterId)
}

function staffOf(tx: Tx, audience: Exclude<Audience, 'rater'>, about: About): Promise<string[]> {
  if (audience === 'unit') return unitAccounts(tx, about.community)
  if (audience === 'above') return nearestWith(tx, officesAbove(about.handledBy), ['staff', 'supervisor'])
  const by = audience === 'reviewers' ? reviewedBy(about.handledBy) : about.handledBy
  return nearestWith(tx, officesAbove(by), ['staff'])
}
