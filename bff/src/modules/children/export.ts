/** The promise: whoever keeps a child's data here can take all of it along (docs/product.md › Rule 6). */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { FieldCipher } from '../../platform/crypto'
import type { SealedColumn } from '../../platform/sealed-columns'
import { dayOf } from '../../platform/shanghai'
import { ratingsAbout } from '../ratings/service'
import { pageOfChild } from './export-page'
import type { DoorShown } from './bars'
import { doorShownTo, isBarredReader, readableChild } from './family'
import { guardianHashes, isGuardian } from './hashes'
import { accessOfChild, type History, historyOf, type PickupRow } from './history-store'
import { linkOf } from './policy'
import { open } from './sealed'
import type { ChildRow } from './row'

/**
 * Of the ratings of its care only the reader's own: what the other guardian wrote is theirs.
 * Of bars the reader's own, and who was recognised by them; and nobody who is barred reads that somebody was recognised
 * at the door.
 * @throws Problem not_found, guardian_not_verified, child_frozen
 */
export async function exportChild(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ fileName: string; document: Record<string, unknown>; pageName: string; page: string }> {
  const row = await readableChild(deps, who, id)
  const [history, access, ratings, sees] = await Promise.all([
    historyOf(deps.db, id),
    isBarredReader(deps, row, who.accountId).then((barred) => accessOfChild(deps.db, id, barred)),
    ratingsAbout(deps, id, who.accountId),
    doorShownTo(deps, row, who.accountId),
  ])
  const at = deps.clock.now()
  const document = {
    exportedAt: at,
    child: childIn(deps.cipher, row),
    ...historyIn(deps.cipher, shownTo(deps.cipher, row, history, who.accountId), sees),
    ratings,
    accessRecords: access,
  }
  const name = `孩子信息-${dayOf(at)}`
  return { fileName: `${name}.json`, document, pageName: `${name}.html`, page: pageOfChild(document, at) }
}

/** What tells that somebody was recognised at the door. */
const doorKinds: readonly string[] = ['refused', 'barred_seen']

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

/** A bar is its setter's; of one against the reader nothing tells, neither the bar nor what came of it at the door. */
function shownTo(cipher: FieldCipher, row: ChildRow, history: History, accountId: string): History {
  const link = linkOf(row.links, accountId)
  const self = link && guardianHashes(cipher, link)
  const barred = history.people.filter((p) => p.kind === 'barred')
  const isAgainst = (p: PickupRow): boolean =>
    Boolean(self && p.nameHash && isGuardian(self, { nameHash: p.nameHash, phoneHash: p.phoneHash }))
  const hidesDoor = barred.some(isAgainst)
  return {
    ...history,
    people: history.people.filter((p) => p.kind !== 'barred' || p.createdBy === accountId),
    care: history.care.filter((r) => !hidesDoor || !doorKinds.includes(r.kind)),
  }
}

function historyIn(
  cipher: FieldCipher,
  { care, people, codes, ...rest }: History,
  sees: DoorShown,
): Record<string, unknown> {
  const opened = opener(cipher)
  return {
    ...rest,
    careRecords: care.map(({ id, detailEnc, personId, guardianId, ...record }) => ({
      ...record,
      detail: detailOf(opened('care_details.detail_enc', id, detailEnc), (name) =>
        sees({ ...record, personId, guardianId }, name),
      ),
    })),
    pickupPeople: people.map(
      ({ id, nameEnc, phoneEnc, noteEnc, nameHash: _n, phoneHash: _p, createdBy: _c, ...person }) => ({
        ...person,
        name: opened('pickup_people.name_enc', id, nameEnc),
        phone: opened('pickup_people.phone_enc', id, phoneEnc),
        note: opened('pickup_people.note_enc', id, noteEnc),
      }),
    ),
    pickupCodes: codes.map(({ id, nameEnc, ...code }) => ({
      ...code,
      name: opened('pickup_codes.name_enc', id, nameEnc),
    })),
  }
}

/**
 * Names of the lists that the carer compared may be of a bar that another guardian set; and where the person is not the
 * reader's to see, neither are the words about them.
 */
function detailOf(json: string | null, sees: (name?: string) => boolean): Record<string, unknown> | null {
  if (json === null) return null
  const { looked: _, ...detail } = JSON.parse(json) as Record<string, unknown> & { person?: string }
  return sees(detail.person) ? detail : null
}
