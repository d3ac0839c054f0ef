import type { Child, Circumstance, Relation } from '@linli/contracts/children'

export interface ContactForm {
  name: string
  phone: string
  relation: Relation | null
}

/** A child's form as it is being filled in: nothing in it need be right yet. */
export interface ChildForm {
  nickname: string
  name: string
  birthDate: string
  grade: number | null
  /** The reader's own, asked for with a new child. */
  relation: Relation | null
  allergies: string
  medication: string
  emergencyContacts: ContactForm[]
  circumstances: Circumstance[]
}

export const mostContacts = 3
export const noContact: ContactForm = { name: '', phone: '', relation: null }

export const emptyForm: ChildForm = {
  nickname: '',
  name: '',
  birthDate: '',
  grade: null,
  relation: null,
  allergies: '',
  medication: '',
  emergencyContacts: [noContact],
  circumstances: [],
}

export const formOf = (child: Child): ChildForm => ({
  nickname: child.nickname,
  name: child.name,
  birthDate: child.birthDate,
  grade: child.grade,
  relation: null,
  allergies: child.allergies ?? '',
  medication: child.medication ?? '',
  emergencyContacts: child.emergencyContacts.length === 0 ? [noContact] : child.emergencyContacts,
  circumstances: child.circumstances.map((one) => one.circumstance),
})

/** The only parts that may lie on the device between two visits: they name and describe nobody. */
export type Storable = Pick<ChildForm, 'nickname' | 'grade' | 'relation'>
export const storable = ({ nickname, grade, relation }: ChildForm): Storable => ({
  nickname,
  grade,
  relation,
})

/** What is not filled in is left out of the request, and the service names every such field in one answer. */
const given = <T>(value: T | null): T => (value === null || value === '' ? undefined : value) as T

const profileOf = (form: ChildForm) => ({
  nickname: form.nickname.trim(),
  name: form.name.trim(),
  birthDate: given(form.birthDate),
  grade: given(form.grade),
  emergencyContacts: form.emergencyContacts.map((one) => ({
    name: one.name.trim(),
    phone: one.phone.trim(),
    relation: given(one.relation),
  })),
  circumstances: form.circumstances,
})

export function addBody(form: ChildForm, version: number) {
  const allergies = form.allergies.trim()
  const medication = form.medication.trim()
  return {
    ...profileOf(form),
    ...(allergies === '' ? {} : { allergies }),
    ...(medication === '' ? {} : { medication }),
    relation: given(form.relation),
    consent: { version, granted: true as const },
  }
}

/** Empty health text removes what was there. */
export const changeBody = (form: ChildForm) => ({
  ...profileOf(form),
  allergies: form.allergies.trim(),
  medication: form.medication.trim(),
})
