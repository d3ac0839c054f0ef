/** Who lives and works in the two demonstration communities, and who watches over them from above. */
import type { FieldCipher } from '../../bff/src/platform/crypto'
import { people } from './demo-people'
import { demoCommunities } from './facilities'
import { personName, seedPhone } from './names'
import { diceFor, uuidOf } from './random'
import type { AccountRow, GrantRow } from './rows'

/** Residents beside the named ones, in each of the two communities. */
const RESIDENTS = 110

export const demoId = (key: string): string => uuidOf(`demo person ${key}`)
export const isNamed = (id: string): boolean => people.some(({ key }) => demoId(key) === id)

/** Account and badge of one of them who holds an office. */
export function badgeOf(key: string): { id: string; name: string } {
  const one = people.find((person) => person.key === key)
  if (!one) throw new Error(`Nobody is ${key}`)
  return { id: demoId(key), name: one.name }
}

/** The division at which one of them holds it. */
export function officeOf(key: string): string {
  const one = people.find((person) => person.key === key)
  if (!one) throw new Error(`Nobody is ${key}`)
  return one.division ?? one.community
}

/** The staff member of a demonstration community: account and badge. */
export function staffOf(community: string): { id: string; name: string } {
  const staff = people.find(
    (person) => person.role === 'staff' && person.community === community && !person.division,
  )
  if (!staff) throw new Error(`No staff for ${community}`)
  return { id: demoId(staff.key), name: staff.name }
}

/** Who follows up what was rated in a community of the two townships, and who works there (as far as anybody does). */
export function handlerOf(community: string) {
  const township = community.slice(0, 9)
  const above = people.find((person) => person.role === 'staff' && person.division === township)
  const demo = demoCommunities.find((code) => code.startsWith(township))
  if (!above || !demo) throw new Error(`Nobody handles ${community}`)
  return { handler: { id: demoId(above.key), name: above.name }, unit: staffOf(demo) }
}

/** The numbers of the people who book in a community: the named residents first. */
export function bookersOf(accounts: readonly AccountRow[], community: string): string[] {
  const working = new Set(people.filter(({ role }) => role).map(({ key }) => demoId(key)))
  return accounts
    .filter((row) => row.community_code === community && !working.has(row.id))
    .map(({ id }) => id)
}

function sealed(cipher: FieldCipher, id: string, phone: string) {
  return {
    phone_enc: cipher.encrypt('accounts.phone_enc', id, phone),
    phone_hash: `\\x${cipher.lookup('phone', phone).toString('hex')}`,
  }
}

const makeResidents = (cipher: FieldCipher, at: Date): AccountRow[] =>
  demoCommunities.flatMap((community, which) =>
    Array.from({ length: RESIDENTS }, (_, index) => {
      const key = `resident ${community} ${index}`
      const id = uuidOf(key)
      return {
        id,
        name_enc: cipher.encrypt('accounts.name_enc', id, personName(diceFor(key))),
        ...sealed(cipher, id, seedPhone('resident', which * RESIDENTS + index)),
        community_code: community,
        elder_mode: index % 6 === 0,
        demo_key: null,
        demo_says: null,
        created_at: at,
      }
    }),
  )

/** Named people and residents, with their roles. @param at when they signed up */
export function makePeople(cipher: FieldCipher, at: Date): { accounts: AccountRow[]; grants: GrantRow[] } {
  const named = people.map((person, index) => ({
    id: demoId(person.key),
    name_enc: cipher.encrypt('accounts.name_enc', demoId(person.key), person.name),
    ...sealed(cipher, demoId(person.key), seedPhone('demo', index + 1)),
    community_code: person.community,
    elder_mode: person.elder ?? false,
    demo_key: person.key,
    demo_says: person.says,
    created_at: at,
  }))
  const grants = people.flatMap(({ key, name, role, community, division }) =>
    role
      ? [
          {
            id: uuidOf(`grant ${key}`),
            account_id: demoId(key),
            role,
            division_code: division ?? community,
            display_name: name,
            created_at: at,
          },
        ]
      : [],
  )
  return { accounts: [...named, ...makeResidents(cipher, at)], grants }
}
