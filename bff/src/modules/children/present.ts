/** Children as the contract shows them to their guardians. */
import type { Child, ChildSummary, PickupPerson } from '@linli/contracts/children'
import type { FieldCipher } from '../../platform/crypto'
import { linkOf } from './policy'
import type { PersonRow } from './pickup-store'
import { isConsented, isRefused } from './rules'
import { open } from './sealed'
import type { ChildRow, LinkRow } from './store'

const isoOf = (at: string | null): string | null => at && new Date(at).toISOString()

export const summaryOf = (row: ChildRow, accountId: string): ChildSummary => ({
  id: row.id,
  nickname: row.nickname,
  community: row.community,
  verified: Boolean(linkOf(row.links, accountId)?.verifiedAt),
  consented: isConsented(row.consent),
  refused: isRefused(row.consent),
})

export function childOf(
  row: ChildRow,
  people: readonly PersonRow[],
  accountId: string,
  cipher: FieldCipher,
): Child {
  const { profile, health, contacts, circumstances } = open(cipher, row)
  const link = linkOf(row.links, accountId)
  return {
    ...summaryOf(row, accountId),
    ...profile,
    ...health,
    emergencyContacts: contacts,
    circumstances: circumstances.claimed.map((circumstance) => ({
      circumstance,
      verified: circumstances.verified.includes(circumstance),
    })),
    consent: row.consent && { ...row.consent, at: new Date(row.consent.at).toISOString() },
    guardians: row.links.map((link) => guardianOf(link, accountId, cipher)),
    pickupPeople: people.filter((p) => p.kind === 'listed').map((p) => pickupPersonOf(p, cipher)),
    // Who is not known to the community is not told: it might be the one who is barred.
    barredPeople: link?.verifiedAt
      ? people.filter((p) => p.kind === 'barred').map((p) => barredPersonOf(p, cipher))
      : [],
  }
}

const guardianOf = (link: LinkRow, accountId: string, cipher: FieldCipher) => ({
  id: link.id,
  mine: link.accountId === accountId,
  name: link.nameEnc && cipher.decrypt('accounts.name_enc', link.accountId, link.nameEnc),
  relation: link.relation,
  verifiedAt: isoOf(link.verifiedAt),
})

export const pickupPersonOf = (p: PersonRow, cipher: FieldCipher): PickupPerson => ({
  id: p.id,
  name: cipher.decrypt('pickup_people.name_enc', p.id, p.nameEnc),
  phone: p.phoneEnc && cipher.decrypt('pickup_people.phone_enc', p.id, p.phoneEnc),
  relation: p.relation ?? 'other',
  validFrom: p.validFrom,
  validTo: p.validTo,
})

export const barredPersonOf = (p: PersonRow, cipher: FieldCipher) => ({
  id: p.id,
  name: cipher.decrypt('pickup_people.name_enc', p.id, p.nameEnc),
  note: p.noteEnc && cipher.decrypt('pickup_people.note_enc', p.id, p.noteEnc),
  since: p.validFrom,
})
