import * as confirmation from '@linli/contracts/confirmation'
import * as contract from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { confirmSession, requestConfirmation } from './confirmation'
import { bindPhone, sendPhoneCode } from './phone-codes'
import { demoPeople, meOf, updateMe } from './service'
import { endSessions, listSessions, refreshSession } from './sessions'
import { signInAsDemo, signInByPhone, signInByWechat } from './sign-in'

export function mountIdentity(mount: Mount, deps: Deps): void {
  mount('requestPhoneCode', contract.requestPhoneCode, 'sign_in', ({ body }, { asker }) =>
    sendPhoneCode(deps, asker, body.phone),
  )
  mount('signInByPhone', contract.signInByPhone, 'sign_in', ({ body }, { idempotencyKey, asker }) =>
    signInByPhone(deps, body, { asker, key: idempotencyKey ?? '' }),
  )
  mount('signInByWechat', contract.signInByWechat, 'sign_in', ({ body }) =>
    signInByWechat(deps, body.code, body),
  )
  mount('listDemoPeople', contract.listDemoPeople, 'public', async () => ({ people: await demoPeople(deps) }))
  mount('signInAsDemo', contract.signInAsDemo, 'sign_in', ({ body }) => signInAsDemo(deps, body.person, body))
  mount('refreshSession', contract.refreshSession, 'renewal', ({ body }, { idempotencyKey }) =>
    refreshSession(deps, body.refreshToken, idempotencyKey ?? ''),
  )
  mount('listSessions', contract.listSessions, 'signed_in', async (_, { who }) => ({
    sessions: await listSessions(deps, who),
  }))
  // A tablet can be left, too.
  mount('endSession', contract.endSession, 'on_duty', async ({ params }, { who }) => {
    await endSessions(deps, who, params.id)
    return {}
  })
  mount('endAllSessions', contract.endAllSessions, 'signed_in', async (_, { who }) => {
    await endSessions(deps, who, 'everywhere')
    return {}
  })
  mountConfirmation(mount, deps)
  mount('getMe', contract.getMe, 'signed_in', (_, { who }) => meOf(deps, who.accountId))
  mount('updateMe', contract.updateMe, 'signed_in', ({ body }, { who }) =>
    updateMe(deps, who.accountId, body),
  )
  mount('bindPhone', contract.bindPhone, 'signed_in', ({ body }, { who, asker }) =>
    bindPhone(deps, who.accountId, asker, body),
  )
}

function mountConfirmation(mount: Mount, deps: Deps): void {
  mount('requestConfirmation', confirmation.requestConfirmation, 'signed_in', (_, { who, asker }) =>
    requestConfirmation(deps, who, asker),
  )
  mount('confirmSession', confirmation.confirmSession, 'signed_in', ({ body }, { who, asker }) =>
    confirmSession(deps, who, asker, body.code),
  )
}
