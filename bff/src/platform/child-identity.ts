import { divisionAt } from '@linli/contracts/ladder'
import { nameForm } from './name-form'

/**
 * Which child this is, as it is hashed: one compared name and birth date in one prefecture.
 * @returns null where nothing in the name counts: such a child is like no other
 */
export function childIdentity(community: string, { name, birthDate }: { name: string; birthDate: string }) {
  const form = nameForm(name)
  return form === '' ? null : `${divisionAt('prefecture', community)} ${form} ${birthDate}`
}
