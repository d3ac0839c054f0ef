/** What is sealed of a child, by tag, and how it is opened again. */
import type { Circumstance, Relation } from '@linli/contracts/children'
import type { FieldCipher } from '../../platform/crypto'

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

export function seal(cipher: FieldCipher, given: Particulars): SealedChild {
  const { allergies, medication } = given.health
  const known = allergies !== null || medication !== null
  return {
    profileEnc: cipher.encrypt('child', JSON.stringify(given.profile)),
    healthEnc: known ? cipher.encrypt('health', JSON.stringify(given.health)) : null,
    contactsEnc: cipher.encrypt('contact', JSON.stringify(given.contacts)),
    circumstancesEnc: cipher.encrypt('child', JSON.stringify(given.circumstances)),
  }
}

const read = <T>(cipher: FieldCipher, tag: 'child' | 'health' | 'contact', sealed: string | null, none: T) =>
  sealed === null ? none : (JSON.parse(cipher.decrypt(tag, sealed)) as T)

/** @throws Error of an erased child: nobody may ask for it */
export function open(
  cipher: FieldCipher,
  sealed: Omit<SealedChild, 'profileEnc'> & { profileEnc: string | null },
): Particulars {
  if (sealed.profileEnc === null) throw new Error('an erased child was opened')
  return {
    profile: JSON.parse(cipher.decrypt('child', sealed.profileEnc)) as Profile,
    health: read<Health>(cipher, 'health', sealed.healthEnc, { allergies: null, medication: null }),
    contacts: read<EmergencyContact[]>(cipher, 'contact', sealed.contactsEnc, []),
    circumstances: read<Circumstances>(cipher, 'child', sealed.circumstancesEnc, {
      claimed: [],
      verified: [],
    }),
  }
}
