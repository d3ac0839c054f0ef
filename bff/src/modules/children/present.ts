/** Children as the contract shows them to their guardians. */
import type { Child, ChildSummary, PickupPerson } from '@linli/contracts/children'
import type { FieldCipher } from '../../platform/crypto'
import { dayOf } from '../../platform/shanghai'
import { ownBars } from './bars'
import type { DecisionRow } from './history-store'
import type { PersonRow } from './pickup-store'
import { isTold, linkOf, mayDecide } from './policy'
import { circumstancesOf, graduated, gradeOf, isConsented, isRefused, schoolYearOf } from './rules'
import { open } from './sealed'
import type { ChildRow, LinkRow } from './row'

const isoOf = (at: string | null): string | null => at && new Date(at).toISOString()

/** @throws Error for whom the child is not theirs: nobody may ask */
export function summaryOf(row: ChildRow, accountId: string): ChildSummary {
  const link = linkOf(row.links, accountId)
  if (!link) throw new Error('a child was shown to somebody else')
  const knows = mayDecide(link, row)
  return {
    id: row.id,
    nickname: row.nickname,
    community: row.community,
    verified: link.verifiedAt !== null,
    consented: isConsented(row.consent),
    refused: isRefused(row.consent),
    linkId: link.id,
    knows,
    // Whoever staff have known may have it stopped at the counter, also while they read nothing.
    frozen: isTold(link, row) ? frozenOf(row, accountId) : null,
    doubled: knows && row.doubled,
  }
}

const frozenOf = ({ freeze }: ChildRow, accountId: string): ChildSummary['frozen'] =>
  freeze && {
    what: freeze.what,
    askedAt: new Date(freeze.askedAt).toISOString(),
    finalAt: new Date(freeze.finalAt).toISOString(),
    mine: freeze.askedBy === accountId,
  }

export function childOf(
  row: ChildRow,
  { people, decisions }: { people: readonly PersonRow[]; decisions: readonly DecisionRow[] },
  { accountId, at }: { accountId: string; at: Date },
  cipher: FieldCipher,
): Child {
  const { profile, health, contacts, circumstances } = open(cipher, row)
  const year = schoolYearOf(dayOf(at))
  const { claimed, verified } = circumstancesOf(row, circumstances, year)
  const { grade, asked } = gradeOf(row, profile, year)
  return {
    ...summaryOf(row, accountId),
    name: profile.name,
    birthDate: profile.birthDate,
    grade: Math.min(grade, graduated - 1),
    gradeAsked: asked,
    ...health,
    emergencyContacts: contacts,
    circumstances: claimed.map((circumstance) => ({
      circumstance,
      verified: verified.includes(circumstance),
    })),
    consents: consentsOf(row, decisions, accountId),
    guardians: row.links.map((link) => guardianOf(link, accountId, cipher)),
    pickupPeople: people.filter((p) => p.kind === 'listed').map((p) => pickupPersonOf(p, cipher)),
    barredPeople: ownBars(row, people, accountId, cipher).map((p) => barredPersonOf(p, cipher)),
  }
}

/**
 * Every decision in its order, and what each was: a refusal after a consent takes it back. What froze the child and is
 * over by the clock alone is not written yet, and the row says it already.
 */
function consentsOf(row: ChildRow, decisions: readonly DecisionRow[], accountId: string): Child['consents'] {
  const { consent, consentBy: by } = row
  const unwritten = consent && by !== undefined ? [{ ...consent, at: new Date(consent.at), by }] : []
  const all = [...decisions, ...unwritten]
  return all.map(({ version, decision, at, by: decider }, n) => ({
    version,
    what: decision === 'refused' && all[n - 1]?.decision === 'granted' ? 'withdrawn' : decision,
    at: at.toISOString(),
    mine: decider === accountId,
  }))
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
