/** Who lives and works in the two demonstration communities, and who watches over them from above. */
import type { FieldCipher } from '../../bff/src/platform/crypto'
import { demoCommunities } from './facilities'
import { personName, seedPhone } from './names'
import { diceFor, uuidOf } from './random'
import type { AccountRow, GrantRow } from './rows'

/** Residents beside the named ones, in each of the two communities. */
const RESIDENTS = 110

interface Demo {
  key: string
  name: string
  says: string
  community: string
  elder?: true
  /** A role, at the community when no division is named. */
  role?: string
  division?: string
}

const [town, village] = demoCommunities
const people: Demo[] = [
  { key: '10-resident', name: '李秀英', says: '居民，想订活动室排练', community: town },
  { key: '11-elder', name: '王建国', says: '老年居民，用大字版', community: town, elder: true },
  { key: '12-guardian', name: '张丽华', says: '居民，孩子的监护人', community: town },
  { key: '13-proxy', name: '陈文斌', says: '居民，替父母代办', community: town },
  { key: '20-staff', name: '杨春梅', says: '社区工作者，确认预订', community: town, role: 'staff' },
  { key: '21-grid', name: '刘志强', says: '网格员', community: town, role: 'grid_worker' },
  { key: '22-care', name: '周小燕', says: '托管老师', community: town, role: 'care_worker' },
  { key: '23-legal', name: '高正荣', says: '法律顾问', community: town, role: 'legal_adviser' },
  { key: '24-volunteer', name: '赵海涛', says: '志愿者', community: town, role: 'volunteer' },
  { key: '25-partner', name: '何玉兰', says: '驻区单位联系人', community: town, role: 'partner_unit' },
  {
    key: '30-township',
    name: '马国庆',
    says: '鹿城镇督办',
    community: town,
    role: 'supervisor',
    division: '532301101',
  },
  {
    key: '33-township-staff',
    name: '罗玉兰',
    says: '鹿城镇工作人员，回访差评',
    community: town,
    role: 'staff',
    division: '532301101',
  },
  {
    key: '31-county',
    name: '段永芬',
    says: '楚雄市督办',
    community: town,
    role: 'supervisor',
    division: '532301',
  },
  {
    key: '32-prefecture',
    name: '徐文斌',
    says: '楚雄州督办',
    community: town,
    role: 'supervisor',
    division: '5323',
  },
  {
    key: '34-county-staff',
    name: '郭志强',
    says: '楚雄市工作人员，复核评价',
    community: town,
    role: 'staff',
    division: '532301',
  },
  { key: '40-resident', name: '普秀英', says: '村民，想订活动厅开会', community: village },
  { key: '41-elder', name: '罗建国', says: '老年村民，用大字版', community: village, elder: true },
  { key: '42-guardian', name: '鲁春梅', says: '村民，孩子的监护人', community: village },
  { key: '43-proxy', name: '者志强', says: '村民，替父母代办', community: village },
  { key: '50-staff', name: '起丽华', says: '村委会工作人员，确认预订', community: village, role: 'staff' },
  { key: '51-grid', name: '普国庆', says: '网格员', community: village, role: 'grid_worker' },
  { key: '52-care', name: '李小燕', says: '托管老师', community: village, role: 'care_worker' },
  { key: '53-legal', name: '罗正荣', says: '法律明白人', community: village, role: 'legal_adviser' },
  { key: '54-volunteer', name: '周海涛', says: '志愿者', community: village, role: 'volunteer' },
  { key: '55-partner', name: '马玉兰', says: '驻村单位联系人', community: village, role: 'partner_unit' },
  {
    key: '60-township',
    name: '鲁永芬',
    says: '光禄镇督办',
    community: village,
    role: 'supervisor',
    division: '532325102',
  },
  {
    key: '61-township-staff',
    name: '者春梅',
    says: '光禄镇工作人员，回访差评',
    community: village,
    role: 'staff',
    division: '532325102',
  },
]

export const demoId = (key: string): string => uuidOf(`demo person ${key}`)
export const isNamed = (id: string): boolean => people.some(({ key }) => demoId(key) === id)

/** Account and badge of one of them who holds an office. */
export function badgeOf(key: string): { id: string; name: string } {
  const one = people.find((person) => person.key === key)
  if (!one) throw new Error(`Nobody is ${key}`)
  return { id: demoId(key), name: one.name }
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
