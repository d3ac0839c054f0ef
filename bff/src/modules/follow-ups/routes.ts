import * as contract from '@linli/contracts/follow-ups'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Mount } from '../../http/mount'
import { readCursor, writeCursor } from '../../platform/cursor'
import type { Idempotency } from '../../platform/idempotency'
import { listFollowUps, readFollowUp, readRaterContact } from './read'
import { type Asked, takeAction } from './actions'

export function mountFollowUps(mount: Mount, deps: Deps): void {
  mount('listFollowUps', contract.listFollowUps, 'signed_in', async ({ query }, { who }) => {
    const [after] = (readCursor(query.cursor, ['uuid']) ?? []) as [string?]
    const asked = { division: query.division, show: query.show ?? ('mine' as const) }
    const { next, ...rest } = await listFollowUps(deps, who, asked, after)
    return { ...rest, next: next ? writeCursor([next]) : null }
  })
  mount('getFollowUp', contract.getFollowUp, 'signed_in', ({ params }, { who }) =>
    readFollowUp(deps, who, params.id),
  )
  mount('readRaterContact', contract.readRaterContact, 'signed_in', ({ params }, { who }) =>
    readRaterContact(deps, who, params.id),
  )
  mountSteps(mount, deps)
}

function mountSteps(mount: Mount, deps: Deps): void {
  const worded =
    (action: Asked['action']) =>
    (
      { params, body }: { params: { id: string }; body: { note: string } },
      { who, idempotency }: { who: Who; idempotency: Idempotency },
    ) =>
      takeAction(deps, who, idempotency, { id: params.id, action, note: body.note })
  mount('attemptContact', contract.attemptContact, 'signed_in', worded('attempt'))
  mount('contactRater', contract.contactRater, 'signed_in', worded('contact'))
  mount('extendFollowUp', contract.extendFollowUp, 'signed_in', worded('extend'))
  mount('rectify', contract.rectify, 'signed_in', worded('rectify'))
  mount('returnToUnit', contract.returnToUnit, 'signed_in', worded('return'))
  mount('tellRater', contract.tellRater, 'signed_in', worded('tell'))
  mount('appeal', contract.appeal, 'signed_in', worded('appeal'))
  mount('review', contract.review, 'signed_in', ({ params, body }, { who, idempotency }) =>
    takeAction(deps, who, idempotency, { id: params.id, action: { stands: body.stands }, note: body.note }),
  )
  mount('disclose', contract.disclose, 'signed_in', ({ params }, { who, idempotency }) =>
    takeAction(deps, who, idempotency, { id: params.id, action: 'disclose', note: null }),
  )
}
