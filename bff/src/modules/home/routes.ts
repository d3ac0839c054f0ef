import { getHome } from '@linli/contracts/home'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { missingChildren, waitingAlert } from '../care/service'
import { deskWaiting, nextCase } from '../cases/service'
import { community } from '../divisions/service'
import { placeNow } from '../line/service'
import { listNotices } from '../notices/service'
import { openProgrammes } from '../programmes/service'
import { roomCounts } from '../rooms/service'

/** One answer for the whole page: on a slow network each further request costs a second. */
export function mountHome(mount: Mount, deps: Deps): void {
  mount('getHome', getHome, 'public', async ({ params }, { who }) => {
    const [place, rooms, programmes, ahead, inbox, alert, waiting, missing] = await Promise.all([
      community(deps, params.community),
      roomCounts(deps, params.community),
      openProgrammes(deps, params.community),
      who ? whatIsAhead(deps, who.accountId) : { next: null, queued: null },
      who ? listNotices(deps, who, undefined, 3) : { notices: [], unread: 0 },
      who ? waitingAlert(deps, who.accountId) : null,
      who ? deskWaiting(deps, who.accountId) : null,
      who ? missingChildren(deps, who) : [],
    ])
    return {
      community: place,
      rooms,
      programmes: programmes.open,
      coming: programmes.coming,
      ...ahead,
      notices: inbox.notices,
      unread: inbox.unread,
      alert,
      deskWaiting: waiting,
      missing,
    }
  })
}

async function whatIsAhead(deps: Deps, accountId: string) {
  const { next, queued } = await nextCase(deps, accountId)
  const place = queued && (await placeNow(deps, queued.id))
  return { next, queued: queued && place !== null ? { one: queued, place } : null }
}
