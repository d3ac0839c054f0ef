import * as access from '@linli/contracts/child-access'
import * as contract from '@linli/contracts/children'
import * as desk from '@linli/contracts/guardian-desk'
import * as guardian from '@linli/contracts/guardians'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readPlace, writePlace } from '../../platform/cursor'
import { pageOf } from '../../platform/page'
import { demandAgreement } from '../agreements/service'
import { decideConsent } from './consent'
import { listPendingLinks, readPendingLink, verifyLink } from './desk'
import { eraseChild } from './erase'
import { exportChild } from './export'
import { decideEnding, proposeEnding, refuseLink } from './endings'
import { getChild, isBarredReader, listChildren, readableChild } from './family'
import { stopFreeze, takeBackFreeze } from './freezes'
import { acceptInvitation, endGuardianship, inviteGuardian } from './guardians'
import { looksAtChild } from './history-store'
import { addPickupPerson, barPerson, removePerson } from './pickup'
import { makePickupCode } from './pickup-codes'
import { addChild, changeChild } from './profiles'
import type { ChildPorts } from './service'

const accessPage = 50

/** @param ports what children need of the modules that know them */
export function mountChildren(mount: Mount, deps: Deps, ports: ChildPorts): void {
  mountProfiles(mount, deps)
  mountData(mount, deps, ports)
  mountGuardians(mount, deps)
  mountPickup(mount, deps)
  mountDesk(mount, deps)
  mountEndings(mount, deps, ports)
}

function mountProfiles(mount: Mount, deps: Deps): void {
  mount('listChildren', contract.listChildren, 'signed_in', async (_, { who }) => ({
    children: await listChildren(deps, who),
  }))
  mount('addChild', contract.addChild, 'signed_in', ({ body }, { who, idempotency }) =>
    addChild(deps, who, idempotency, body),
  )
  mount('getChild', contract.getChild, 'signed_in', ({ params }, { who }) => getChild(deps, who, params.id))
  mount('changeChild', contract.changeChild, 'signed_in', ({ params, body }, { who }) =>
    changeChild(deps, who, params.id, body),
  )
}

function mountData(mount: Mount, deps: Deps, ports: ChildPorts): void {
  mount(
    'decideConsent',
    contract.decideConsent,
    'signed_in',
    async ({ params, body }, { who, idempotency }) => {
      // Taking it back is open to whoever does not agree to the texts; giving it is not.
      if (body.decision === 'granted')
        await deps.db.transaction((tx) => demandAgreement(deps, tx, who.accountId, undefined))
      return decideConsent(deps, ports, who, idempotency, { id: params.id, ...body })
    },
  )
  mount('listChildAccess', access.listChildAccess, 'signed_in', async ({ params, query }, { who }) => {
    const child = await readableChild(deps, who, params.id)
    const barred = await isBarredReader(deps, child, who.accountId)
    const rows = await looksAtChild(deps.db, params.id, barred, readPlace(query.cursor), accessPage + 1)
    const { page, last } = pageOf(rows, accessPage)
    const records = page.map(({ id: _, at, ...record }) => ({ at: at.toISOString(), ...record }))
    return { records, next: writePlace(last) }
  })
  mount('exportChild', contract.exportChild, 'signed_in', ({ params }, { who }) =>
    exportChild(deps, who, params.id),
  )
  mount('eraseChild', contract.eraseChild, 'signed_in', ({ params }, { who, idempotency }) =>
    eraseChild(deps, ports, who, idempotency, params.id),
  )
  mount('takeBackFreeze', contract.takeBackFreeze, 'signed_in', ({ params }, { who }) =>
    takeBackFreeze(deps, who, params.id),
  )
}

function mountGuardians(mount: Mount, deps: Deps): void {
  mount('inviteGuardian', guardian.inviteGuardian, 'signed_in', ({ params }, { who }) =>
    inviteGuardian(deps, who, params.id),
  )
  mount('acceptInvitation', guardian.acceptInvitation, 'signed_in', ({ body }, { who, idempotency, asker }) =>
    acceptInvitation(deps, { ...who, asker }, idempotency, body),
  )
  mount('endGuardianship', guardian.endGuardianship, 'signed_in', async ({ params }, { who }) => {
    await endGuardianship(deps, who, params.id)
    return {}
  })
}

function mountPickup(mount: Mount, deps: Deps): void {
  mount('addPickupPerson', guardian.addPickupPerson, 'signed_in', ({ params, body }, { who, idempotency }) =>
    addPickupPerson(deps, who, idempotency, params.id, body),
  )
  mount('removePickupPerson', guardian.removePickupPerson, 'signed_in', async ({ params }, { who }) => {
    await removePerson(deps, who, params.id, 'listed')
    return {}
  })
  mount('barPerson', guardian.barPerson, 'signed_in', ({ params, body }, { who, idempotency }) =>
    barPerson(deps, who, idempotency, params.id, body),
  )
  mount('unbarPerson', guardian.unbarPerson, 'signed_in', async ({ params }, { who }) => {
    await removePerson(deps, who, params.id, 'barred')
    return {}
  })
  mount('makePickupCode', guardian.makePickupCode, 'signed_in', ({ params, body }, { who }) =>
    makePickupCode(deps, who, params.id, body),
  )
}

function mountDesk(mount: Mount, deps: Deps): void {
  mount('listPendingLinks', desk.listPendingLinks, 'signed_in', async ({ query }, { who }) => {
    const found = await listPendingLinks(deps, who, query.division)
    return {
      links: found.links.map((row) => ({ ...row, askedAt: row.askedAt.toISOString() })),
      freezes: found.freezes.map((row) => ({
        ...row,
        askedAt: row.askedAt.toISOString(),
        finalAt: row.finalAt.toISOString(),
      })),
      endings: found.endings.map((row) => ({ ...row, proposedAt: row.proposedAt.toISOString() })),
      known: found.known.map((row) => ({ ...row, verifiedAt: row.verifiedAt.toISOString() })),
    }
  })
  mount('readPendingLink', desk.readPendingLink, 'signed_in', ({ params }, { who }) =>
    readPendingLink(deps, who, params.id),
  )
  mount('verifyLink', desk.verifyLink, 'signed_in', ({ params, body }, { who, idempotency }) =>
    verifyLink(deps, who, idempotency, { id: params.id, ...body }),
  )
}

function mountEndings(mount: Mount, deps: Deps, ports: ChildPorts): void {
  mount('refuseLink', desk.refuseLink, 'signed_in', async ({ params, body }, { who }) => {
    await refuseLink(deps, ports, who, { id: params.id, ...body })
    return {}
  })
  mount('proposeEnding', desk.proposeEnding, 'signed_in', ({ params, body }, { who }) =>
    proposeEnding(deps, who, { id: params.id, ...body }),
  )
  mount('decideEnding', desk.decideEnding, 'signed_in', async ({ params, body }, { who }) => {
    await decideEnding(deps, who, { id: params.id, ...body })
    return {}
  })
  mount('stopFreeze', desk.stopFreeze, 'signed_in', async ({ params }, { who }) => {
    await stopFreeze(deps, who, params.id)
    return {}
  })
}
