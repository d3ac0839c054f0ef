import * as contract from '@linli/contracts/signups'
import * as changes from '@linli/contracts/task-changes'
import * as figures from '@linli/contracts/task-figures'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { callOffTask } from './call-off'
import { enterCode, giveSignupCodeKey, giveTaskCodeKey, markAttendance } from './attendance'
import { decideHours } from './hours'
import { changeTask, lookAtMove } from './move'
import { getTaskFigures } from './figures'
import { readRoll } from './roll'
import { readSignupCalendar } from './calendar'
import { readTaskPlace } from './place'
import { leaveTask, signUpForTask } from './service'

/** What staff do with a task that people stand by. */
function mountChanges(mount: Mount, deps: Deps): void {
  mount('callOffTask', contract.callOffTask, 'signed_in', ({ params }, { who, idempotency }) =>
    callOffTask(deps, who, idempotency, params.id),
  )
  mount('lookAtMove', changes.lookAtMove, 'signed_in', ({ params, query }, { who }) =>
    lookAtMove(deps, who, params.id, query),
  )
  mount('changeTask', changes.changeTask, 'signed_in', ({ params, body }, { who, idempotency }) =>
    changeTask(deps, who, idempotency, params.id, body),
  )
}

/** What is only looked at. */
function mountLooks(mount: Mount, deps: Deps): void {
  mount('getTaskFigures', figures.getTaskFigures, 'signed_in', ({ query }, { who }) =>
    getTaskFigures(deps, who, query.division),
  )
  mountChanges(mount, deps)
  mount('readSignupCalendar', contract.readSignupCalendar, 'signed_in', ({ params }, { who }) =>
    readSignupCalendar(deps, who, params.id),
  )
}

export function mountSignups(mount: Mount, deps: Deps): void {
  mountLooks(mount, deps)
  mount('signUpForTask', contract.signUpForTask, 'signed_in', ({ params, body }, { who, idempotency }) =>
    signUpForTask(deps, who, idempotency, { taskId: params.id, ...body }),
  )
  mount('withdrawSignup', contract.withdrawSignup, 'signed_in', ({ params }, { who, idempotency }) =>
    leaveTask(deps, who, idempotency, { ...params, action: 'withdraw', note: null }),
  )
  mount('cancelSignup', contract.cancelSignup, 'signed_in', ({ params, body }, { who, idempotency }) =>
    leaveTask(deps, who, idempotency, { ...params, action: 'cancel', note: body.note }),
  )
  mount('readTaskPlace', contract.readTaskPlace, 'signed_in', ({ params }, { who }) =>
    readTaskPlace(deps, who, params.id),
  )
  mount('readRoll', contract.readRoll, 'signed_in', ({ params }, { who }) => readRoll(deps, who, params.id))
  mount('markAttendance', contract.markAttendance, 'signed_in', ({ params, body }, { who, idempotency }) =>
    markAttendance(deps, who, idempotency, { taskId: params.id, marks: body.marks }),
  )
  mount('giveTaskCodeKey', contract.giveTaskCodeKey, 'signed_in', ({ params }, { who }) =>
    giveTaskCodeKey(deps, who, params.id),
  )
  mount('giveSignupCodeKey', contract.giveSignupCodeKey, 'signed_in', ({ params }, { who }) =>
    giveSignupCodeKey(deps, who, params.id),
  )
  mount('enterCode', contract.enterCode, 'signed_in', ({ params, body }, { who, idempotency }) =>
    enterCode(deps, who, idempotency, { ...params, ...body }),
  )
  mount('creditHours', contract.creditHours, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideHours(deps, who, idempotency, { ...params, action: 'credit', halves: body.halves, note: null }),
  )
  mount('missSignup', contract.missSignup, 'signed_in', ({ params }, { who, idempotency }) =>
    decideHours(deps, who, idempotency, { ...params, action: 'miss', note: null }),
  )
  mount('disputeHours', contract.disputeHours, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideHours(deps, who, idempotency, { ...params, action: 'dispute', note: body.note }),
  )
}
