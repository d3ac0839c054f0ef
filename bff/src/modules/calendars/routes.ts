import * as contract from '@linli/contracts/calendar-address'
import type { Deps } from '../../deps'
import { Feed } from '../../http/feed'
import type { Mount } from '../../http/mount'
import { endAddress, makeAddress, readAddress, readFeed } from './service'

export function mountCalendars(mount: Mount, deps: Deps): void {
  mount('readCalendarAddress', contract.readCalendarAddress, 'signed_in', (_, { who }) =>
    readAddress(deps, who),
  )
  mount('makeCalendarAddress', contract.makeCalendarAddress, 'signed_in', ({ body }, { who, idempotency }) =>
    makeAddress(deps, who, idempotency, body.replaces),
  )
  mount('endCalendarAddress', contract.endCalendarAddress, 'signed_in', (_, { who }) => endAddress(deps, who))
  mount(
    'readCalendarFeed',
    contract.readCalendarFeed,
    'public',
    async ({ params }, { asker }) => new Feed(await readFeed(deps, asker, params.file)),
  )
}
