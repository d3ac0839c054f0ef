import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { ok } from '../../support/story'
import { here, signIn } from '../../support/world'
import { ofCase, type Row, signedIn, staffDecide } from './cells'
import { type Ask, sends } from './stage'

const wanted = { community: here, wish: '请帮忙看看', urgent: false }

/** One of the party that waits for staff. */
const asked =
  (body: Record<string, unknown>): Ask =>
  async ({ app, cast }) => {
    const { token } = await signIn(app.deps, cast.party.accountId)
    const { id } = await ok(app.call<{ id: string }>('requestSignup', { body: wanted, token }))
    return { params: { id }, body }
  }

export const signupRows = {
  requestSignup: signedIn(sends({ body: wanted }), 201),
  completeSignup: staffDecide(asked({})),
  refuseSignup: staffDecide(asked({ note: '没有材料' })),
  cancelSignup: ofCase(asked({}), { party: 200, staff: 'not_allowed', supervisor: 'not_allowed' }),
} satisfies Partial<Record<EndpointName, Row>>
