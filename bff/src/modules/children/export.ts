/** The promise: whoever keeps a child's data here can take all of it along (PRODUCT.md, rule 6). */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { FieldCipher } from '../../platform/crypto'
import type { SealedColumn } from '../../platform/sealed-columns'
import { dayOf } from '../../platform/shanghai'
import { ratingsAbout } from '../ratings/service'
import { ownChild } from './family'
import { accessOfChild, type History, historyOf } from './history-store'
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

const opener =
  (cipher: FieldCipher) =>
  (column: SealedColumn, row: string, sealed: string | null): string | null =>
    sealed && cipher.decrypt(column, row, sealed)

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
      name: opener(cipher)('accounts.name_enc', link.accountId, link.nameEnc),
      relation: link.relation,
      verifiedAt: link.verifiedAt,
    })),
  }
}

function historyIn(cipher: FieldCipher, { care, people, codes, ...rest }: History): Record<string, unknown> {
  const opened = opener(cipher)
  return {
    ...rest,
    careRecords: care.map(({ id, detailEnc, ...record }) => ({
      ...record,
      detail: detailOf(opened('care_details.detail_enc', id, detailEnc)),
    })),
    pickupPeople: people.map(({ id, nameEnc, phoneEnc, noteEnc, ...person }) => ({
      ...person,
      name: opened('pickup_people.name_enc', id, nameEnc),
      phone: opened('pickup_people.phone_enc', id, phoneEnc),
      note: opened('pickup_people.note_enc', id, noteEnc),
    })),
    pickupCodes: codes.map(({ id, nameEnc, ...code }) => ({
      ...code,
      name: opened('pickup_codes.name_enc', id, nameEnc),
    })),
  }
}

const detailOf = (json: string | null): unknown => (json === null ? null : JSON.parse(json))
