import * as family from '@linli/contracts/visit-family'
import { getVisitFigures as figures } from '@linli/contracts/visit-figures'
import * as register from '@linli/contracts/visit-register'
import * as contract from '@linli/contracts/visits'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { answerFamily, askFamily, endFamily, listOwnFamily } from './family'
import { getVisitFigures } from './figures'
import { addElder, assignVisitor, changeElder, setElderState } from './keeping'
import { listMyElders } from './mine'
import { correctVisit, recordVisits } from './record'
import { getElder, listElders, readElderContact } from './register'
import { coverVisitor, listVisitors } from './visitors'

export function mountVisits(mount: Mount, deps: Deps): void {
  mount('listMyElders', contract.listMyElders, 'signed_in', (_, { who }) => listMyElders(deps, who))
  mount('recordVisits', contract.recordVisits, 'signed_in', ({ body }, { who, idempotency }) =>
    recordVisits(deps, who, idempotency, body.visits),
  )
  mount('correctVisit', contract.correctVisit, 'signed_in', ({ params, body }, { who, idempotency }) =>
    correctVisit(deps, who, idempotency, { ...params, ...body }),
  )
  mount('getVisitFigures', figures, 'signed_in', ({ query }, { who }) => getVisitFigures(deps, who, query))
  mountRegister(mount, deps)
  mountFamily(mount, deps)
}

function mountRegister(mount: Mount, deps: Deps): void {
  mount('listElders', register.listElders, 'signed_in', ({ query }, { who }) => listElders(deps, who, query))
  mount('getElder', register.getElder, 'signed_in', ({ params }, { who }) => getElder(deps, who, params.id))
  mount('readElderContact', register.readElderContact, 'signed_in', ({ params }, { who }) =>
    readElderContact(deps, who, params.id),
  )
  mount('addElder', register.addElder, 'signed_in', ({ body }, { who, idempotency }) =>
    addElder(deps, who, idempotency, body),
  )
  mount('changeElder', register.changeElder, 'signed_in', ({ params, body }, { who, idempotency }) =>
    changeElder(deps, who, idempotency, params.id, body),
  )
  mount('setElderState', register.setElderState, 'signed_in', ({ params, body }, { who, idempotency }) =>
    setElderState(deps, who, idempotency, params.id, body),
  )
  mount('assignVisitor', register.assignVisitor, 'signed_in', ({ params, body }, { who, idempotency }) =>
    assignVisitor(deps, who, idempotency, params.id, body.visitor),
  )
  mount('listVisitors', register.listVisitors, 'signed_in', ({ query }, { who }) =>
    listVisitors(deps, who, query.community),
  )
  mount('coverVisitor', register.coverVisitor, 'signed_in', ({ body }, { who, idempotency }) =>
    coverVisitor(deps, who, idempotency, body),
  )
}

function mountFamily(mount: Mount, deps: Deps): void {
  mount('askFamily', family.askFamily, 'signed_in', ({ params, body }, { who, idempotency }) =>
    askFamily(deps, who, idempotency, { ...params, ...body }),
  )
  mount('listOwnFamily', family.listOwnFamily, 'signed_in', (_, { who }) => listOwnFamily(deps, who))
  mount('answerFamily', family.answerFamily, 'signed_in', ({ params, body }, { who, idempotency }) =>
    answerFamily(deps, who, idempotency, { ...params, ...body }),
  )
  mount('endFamily', family.endFamily, 'signed_in', ({ params }, { who, idempotency }) =>
    endFamily(deps, who, idempotency, params.id),
  )
}
