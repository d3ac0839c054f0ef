/** The promise: whoever keeps a child's data here can take all of it along (PRODUCT.md, rule 6). */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { FieldCipher, Tag } from '../../platform/crypto'
import { dayOf } from '../../platform/shanghai'
import { ratingsAbout } from '../ratings/service'
import { ownChild } from './family'
import { accessOfChild, type History, historyOf } from './history-store'
import { healthKinds } from './rules'
import { open } from './sealed'
import type { ChildRow } from './store'

/**
 * Of the ratings of its care only the reader's own: what the other guardian wrote is theirs.
 * @throws Problem not_found
 */
export async function exportChild(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ fileName: string; document: Record<string, unknown> }> {
  const row = await ownChild(deps, who, id)
  const [history, access, ratings] = await Promise.all([
    historyOf(deps.db, id),
    accessOfChild(deps.db, id, undefined, null),
    ratingsAbout(deps, id, who.accountId),
  ])
  const at = deps.clock.now()
  return {
    fileName: `孩子信息-${dayOf(at)}.json`,
    document: {
      exportedAt: at,
      child: childIn(deps.cipher, row),
      ...historyIn(deps.cipher, history),
      ratings,
      accessRecords: access.map(({ id: _, ...record }) => record),
    },
  }
}

const opened = (cipher: FieldCipher, tag: Tag, sealed: string | null): string | null =>
  sealed && cipher.decrypt(tag, sealed)

function childIn(cipher: FieldCipher, row: ChildRow): Record<string, unknown> {
  const { profile, health, contacts, circumstances } = open(cipher, row)
  return {
    nickname: row.nickname,
    ...profile,
    ...health,
    community: row.community,
    addedAt: row.createdAt,
    emergencyContacts: contacts,
    circumstances,
    guardians: row.links.map((link) => ({
      name: opened(cipher, 'contact', link.nameEnc),
      relation: link.relation,
      verifiedAt: link.verifiedAt,
    })),
  }
}

function historyIn(cipher: FieldCipher, { care, people, codes, ...rest }: History): Record<string, unknown> {
  const contact = (sealed: string | null) => opened(cipher, 'contact', sealed)
  return {
    ...rest,
    careRecords: care.map(({ detailEnc, ...record }) => ({
      ...record,
      detail: detailOf(opened(cipher, healthKinds.includes(record.kind) ? 'health' : 'contact', detailEnc)),
    })),
    pickupPeople: people.map(({ nameEnc, phoneEnc, noteEnc, ...person }) => ({
      ...person,
      name: contact(nameEnc),
      phone: contact(phoneEnc),
      note: contact(noteEnc),
    })),
    pickupCodes: codes.map(({ nameEnc, ...code }) => ({ ...code, name: contact(nameEnc) })),
  }
}

const detailOf = (json: string | null): unknown => (json === null ? null : JSON.parse(json))
