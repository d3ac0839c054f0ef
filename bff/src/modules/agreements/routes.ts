import * as contract from '@linli/contracts/agreements'
import type { Deps } from '../../deps'
import { askAgain, type Kept, kept } from '../../http/kept'
import { type Mount, Shared } from '../../http/mount'
import { agreeTo, ownAgreements } from './service'
import { listTexts, textOf } from './texts'

/** So many different answers are kept packed; there are as many as versions that somebody reads. */
const mostKept = 60

export function mountAgreements(mount: Mount, deps: Deps): void {
  const shelf = new Map<string, Kept>()
  const shared = (reply: object): Shared => {
    const json = JSON.stringify(reply)
    const known = shelf.get(json) ?? kept('application/json', askAgain, () => Buffer.from(json))
    shelf.delete(json)
    shelf.set(json, known)
    if (shelf.size > mostKept) shelf.delete(shelf.keys().next().value ?? json)
    return new Shared(known)
  }
  mount('listTexts', contract.listTexts, 'public', async () => shared(await listTexts(deps)))
  mount('getText', contract.getText, 'public', async ({ params, query }) =>
    shared(await textOf(deps, params.kind, query.version)),
  )
  mount('listAgreements', contract.listAgreements, 'signed_in', (_, { who }) => ownAgreements(deps, who))
  mount('agree', contract.agree, 'signed_in', ({ body }, { who }) => agreeTo(deps, who, body.agreed))
}
