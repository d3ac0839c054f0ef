/** What is sealed of a child, by tag, and how it is opened again. */
import type { Circumstance, Relation } from '@linli/contracts/children'
import type { FieldCipher } from '../../platform/crypto'
import type { SealedColumn } from '../../platform/sealed-columns'

export interface Profile {
  name: string
  birthDate: string
  grade: number
}

export interface Health {
  allergies: string | null
  medication: string | null
}

export interface EmergencyContact {
  name: string
  phone: string
  relation: Relation
}

export interface Circumstances {
  /** What a guardian said. */
  claimed: Circumstance[]
  /** What staff have seen the papers of; always among the claimed. */
  verified: Circumstance[]
}

export interface Particulars {
  profile: Profile
  health: Health
  contacts: EmergencyContact[]
  circumstances: Circumstances
}

export interface SealedChild {
  profileEnc: string
  /** Null: nothing is known, or it was erased. */
  healthEnc: string | null
  contactsEnc: string | null
  circumstancesEnc: string | null
}

/** @param id of the child, to which it is bound */
export function seal(cipher: FieldCipher, id: string, given: Particulars): SealedChild {
  const { allergies, medication } = given.health
  const known = allergies !== null || medication !== null
  return {
    profileEnc: cipher.encrypt('children.profile_enc', id, JSON.stringify(given.profile)),
    healthEnc: known ? cipher.encrypt('children.health_enc', id, JSON.stringify(given.health)) : null,
    contactsEnc: cipher.encrypt('children.contacts_enc', id, JSON.stringify(given.contacts)),
    circumstancesEnc: sealCircumstances(cipher, id, given.circumstances),
  }
}

export const sealCircumstances = (cipher: FieldCipher, id: string, given: Circumstances): string =>
  cipher.encrypt('children.circumstances_enc', id, JSON.stringify(given))

/** @throws Error of an erased child: nobody may ask for it */
export function open(
  cipher: FieldCipher,
  sealed: Omit<SealedChild, 'profileEnc'> & { id: string; profileEnc: string | null },
): Particulars {
  const { id } = sealed
  const read = <T>(column: SealedColumn & `children.${string}`, value: string | null, none: T): T =>
    value === null ? none : (JSON.parse(cipher.decrypt(column, id, value)) as T)
  if (sealed.profileEnc === null) throw new Error('an erased child was opened')
  return {
    profile: JSON.parse(cipher.decrypt('children.profile_enc', id, sealed.profileEnc)) as Profile,
    health: read<Health>('children.health_enc', sealed.healthEnc, { allergies: null, medication: null }),
    contacts: read<EmergencyContact[]>('children.contacts_enc', sealed.contactsEnc, []),
    circumstances: read<Circumstances>('children.circumstances_enc', sealed.circumstancesEnc, {
      claimed: [],
      verified: [],
    }),
  }
}
