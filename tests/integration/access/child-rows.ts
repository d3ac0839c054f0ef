import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { here } from '../../support/world'
import { ownerOnly, type Row, signedIn, staffDecide, staffOnly } from './cells'
import * as on from './child-stage'
import { nothing, sends } from './stage'

/** A child exists for its guardians; staff see it while something waits to be verified. */
export const childRows = {
  listChildren: signedIn(nothing),
  addChild: signedIn(on.newChild, 201),
  getChild: ownerOnly(on.onChild()),
  changeChild: ownerOnly(on.onChild({ nickname: '小小' })),
  decideConsent: ownerOnly(on.onChild(on.granted)),
  inviteGuardian: ownerOnly(on.onChild({}), 201),
  acceptInvitation: signedIn(on.onInvitation, 201),
  endGuardianship: ownerOnly(on.onSecondLink),
  addPickupPerson: ownerOnly(on.onChild(on.listed), 201),
  removePickupPerson: ownerOnly(on.onListed),
  barPerson: ownerOnly(on.onVerified(on.barred), 201),
  unbarPerson: ownerOnly(on.onBarred),
  makePickupCode: ownerOnly(on.onChild(on.onDay), 201),
  listChildAccess: ownerOnly(on.onChild()),
  exportChild: ownerOnly(on.onChild()),
  eraseChild: ownerOnly(on.onChild({})),
  takeBackFreeze: ownerOnly(on.onChild({})),
  listPendingLinks: staffOnly(sends({ query: { division: here } })),
  readPendingLink: staffOnly(on.onPendingLink()),
  verifyLink: staffDecide(on.onLooked({ guardian: true, circumstances: [] })),
  refuseLink: staffDecide(on.onLooked({ reason: 'papers_differ' })),
  proposeEnding: staffDecide(on.onKnown({ reason: 'court_order' }), 201),
  decideEnding: staffDecide(on.onEnding),
  stopFreeze: staffDecide(on.onFrozen),
} satisfies Partial<Record<EndpointName, Row>>
