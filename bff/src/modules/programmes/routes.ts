import * as contract from '@linli/contracts/programmes'
import * as enrolment from '@linli/contracts/enrolments'
import type { output } from 'zod/mini'
import pLimit from 'p-limit'
import type { Deps } from '../../deps'
import type { Between, Mount } from '../../http/mount'
import { readCursor, writeCursor } from '../../platform/cursor'
import { closeProgramme, drawProgramme, getDraw } from './draw/draws'
import { checkEligibility } from './enrolment/eligible'
import { cancelEnrolment } from './enrolment/enrolments'
import {
  changeProgramme,
  copyProgramme,
  createProgramme,
  faultsBetween,
  publishProgramme,
} from './plan/plans'
import { exportRoster, getRoster, moveClass } from './roster/roster'
import { firstDay, type Plan } from './plan/rules'
import { getProgramme, listProgrammes } from './service'
import { signUp } from './enrolment/sign-up'
import { cancelProgramme } from './plan/life-cycle'

export function mountProgrammes(mount: Mount, deps: Deps): void {
  mount('listProgrammes', contract.listProgrammes, 'public', async ({ query }, { who }) => {
    const place = readCursor(query.cursor, ['number', 'instant', 'uuid']) as
      [number, string, string] | undefined
    const after = place && { nearness: place[0], opensAt: new Date(place[1]), id: place[2] }
    const asked = { community: query.community, all: query.show === 'all' }
    const { next, ...page } = await listProgrammes(deps, who, asked, after)
    return { ...page, next: next ? writeCursor([next.nearness, next.opensAt.toISOString(), next.id]) : null }
  })
  mount('getProgramme', contract.getProgramme, 'public', ({ params }, { who }) =>
    getProgramme(deps, who, params.id),
  )
  mount('getDraw', enrolment.getDraw, 'public', ({ params }, { who }) => getDraw(deps, who, params.id))
  mountPlans(mount, deps)
  mountSignUp(mount, deps)
  mountRoster(mount, deps)
}

const planFrom = (body: output<typeof contract.changeProgramme.body>): Plan => {
  const { about, refillUntil, opensAt, closesAt, ...plan } = body
  return {
    ...plan,
    about: about ?? null,
    refillUntil: refillUntil ?? firstDay(plan),
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
  }
}

function mountPlans(mount: Mount, deps: Deps): void {
  const between: Between = (sent) => faultsBetween(deps, sent)
  mount(
    'createProgramme',
    contract.createProgramme,
    'signed_in',
    ({ body: { community, ...plan } }, { who, idempotency }) =>
      createProgramme(deps, who, idempotency, community, planFrom(plan)),
    between,
  )
  mount(
    'changeProgramme',
    contract.changeProgramme,
    'signed_in',
    ({ params, body }, { who }) => changeProgramme(deps, who, params.id, planFrom(body)),
    between,
  )
  mount('copyProgramme', contract.copyProgramme, 'signed_in', ({ params, body }, { who, idempotency }) =>
    copyProgramme(deps, who, idempotency, params.id, body.startsOn),
  )
  mount('publishProgramme', contract.publishProgramme, 'signed_in', ({ params }, { who, idempotency }) =>
    publishProgramme(deps, who, idempotency, params.id),
  )
  mount('closeProgramme', contract.closeProgramme, 'signed_in', ({ params }, { who, idempotency }) =>
    closeProgramme(deps, who, idempotency, params.id),
  )
  mount('drawProgramme', contract.drawProgramme, 'signed_in', ({ params }, { who, idempotency }) =>
    drawProgramme(deps, who, idempotency, params.id),
  )
  mount('cancelProgramme', contract.cancelProgramme, 'signed_in', ({ params, body }, { who, idempotency }) =>
    cancelProgramme(deps, who, idempotency, params.id, body.reason),
  )
}

/**
 * A turnstile: sign-ups of this process go through it in the order in which they came, so many at a time. Whoever waits
 * for it waits for their turn; whoever waited for a database connection would be told after five seconds that it is busy.
 */
const turnstileOf = ({ config }: Deps) => pLimit(Math.max(1, Math.floor(config.poolSize / 2)))

function mountSignUp(mount: Mount, deps: Deps): void {
  const turnstile = turnstileOf(deps)
  mount('checkEligibility', enrolment.checkEligibility, 'signed_in', ({ params }, { who }) =>
    checkEligibility(deps, who, params.id),
  )
  mount('signUp', enrolment.signUp, 'signed_in', ({ params, body }, { who, idempotency }) => {
    const at = deps.clock.now()
    const wish = { programmeId: params.id, children: body.children, rule: body.group, at }
    return turnstile(() => signUp(deps, who, idempotency, wish))
  })
  mount('cancelEnrolment', enrolment.cancelEnrolment, 'signed_in', ({ params, body }, { who, idempotency }) =>
    cancelEnrolment(deps, who, idempotency, { id: params.id, note: body.note ?? null }),
  )
}

function mountRoster(mount: Mount, deps: Deps): void {
  mount('getRoster', enrolment.getRoster, 'signed_in', ({ params }, { who }) =>
    getRoster(deps, who, params.id),
  )
  mount('moveClass', enrolment.moveClass, 'signed_in', ({ params, body }, { who }) =>
    moveClass(deps, who, params.id, body.classNo),
  )
  mount('exportRoster', enrolment.exportRoster, 'signed_in', ({ params, body }, { who }) =>
    exportRoster(deps, who, params.id, body.tagged),
  )
}
