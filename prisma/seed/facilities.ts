/** In every community one facility with two to five rooms, made from its code alone. */
import type { Equipment, FacilityKind, Opening } from '@linli/contracts/rooms'
import type { FieldCipher } from '../../bff/src/platform/crypto'
import type { DivisionRow } from './divisions'
import { facilityPhone, personName, seedPhone } from './names'
import { faceOf, placeOf } from './places'
import { diceFor, uuidOf, type Dice } from './random'
import { facilityKinds, type RoomKind } from './room-kinds'
import type { FacilityRow, RoomRow } from './rows'

export interface Community extends DivisionRow {
  /** e.g. `楚雄市鹿城镇`. */
  within: string
  /** Its place in the register, from 0. */
  index: number
  isVillage: boolean
}

/** The communities of the register with what a facility's address needs. */
export function communitiesOf(divisions: readonly DivisionRow[]): Community[] {
  const names = new Map(divisions.map((row) => [row.code, row.name]))
  return divisions
    .filter(({ level }) => level === 'community')
    .map((row, index) => ({
      ...row,
      within: [6, 9].map((digits) => names.get(row.code.slice(0, digits)) ?? '').join(''),
      index,
      isVillage: row.fullName.endsWith('村民委员会'),
    }))
}

/** The two communities that people are shown first. */
export const demoCommunities = ['532301101001', '532325102203'] as const
const isDemo = (code: string) => (demoCommunities as readonly string[]).includes(code)

function kindOf({ code, isVillage }: Community, dice: Dice): FacilityKind {
  if (isDemo(code)) return 'party_service_centre'
  const common = ['party_service_centre', 'party_service_centre', 'cultural_centre', 'elder_centre'] as const
  if (isVillage) return dice.pick([...common, 'party_service_centre', 'banquet_hall', 'sports_ground'])
  return dice.pick([...common, 'party_service_centre', 'children_home', 'partner_hall'])
}

export const everyDay = (days: number, times: readonly (readonly [string, string])[]): Opening[] =>
  Array.from({ length: days }, (_, day) => times.map(([from, to]) => ({ weekday: day + 1, from, to }))).flat()

/** Seven days of at least eight hours is the norm; one facility in nine does not reach it yet. */
function openingsOf({ code, isVillage }: Community, kind: FacilityKind, dice: Dice): Opening[] {
  // A feast takes the whole day.
  if (kind === 'banquet_hall') return everyDay(7, [['08:00', '22:00']])
  if (!isDemo(code) && dice.next() < 0.11) {
    const officeHours = [
      ['09:00', '12:00'],
      ['14:00', '17:00'],
    ] as const
    return everyDay(5, officeHours)
  }
  if (!isVillage)
    return everyDay(7, [[dice.pick(['08:00', '08:30', '09:00']), dice.pick(['21:00', '21:30'])]])
  return everyDay(7, [[dice.pick(['08:30', '09:00']), dice.pick(['18:00', '20:00', '21:00'])]])
}

function equipmentOf(kind: RoomKind, dice: Dice): Equipment[] {
  return kind.equipment.filter((_, index) => index === 0 || dice.next() < 0.7)
}

export function roomOf(
  kind: RoomKind,
  facility: FacilityRow,
  { position, name, openings }: Pick<RoomRow, 'position' | 'name' | 'openings'>,
  dice: Dice,
): RoomRow {
  const capacity = dice.between(...kind.capacity)
  const stepFree = position === 1 || dice.next() < 0.55
  const equipment = equipmentOf(kind, dice)
  return {
    id: uuidOf(`room ${facility.community_code} ${position}`),
    facility_id: facility.id,
    community_code: facility.community_code,
    name,
    position,
    capacity,
    area_square_metres: Math.round(capacity * kind.space),
    step_free: stepFree,
    equipment,
    purposes: kind.purposes,
    openings,
    slot_minutes: kind.minutes.slot,
    min_minutes: kind.minutes.min,
    max_minutes: kind.minutes.max,
    notice_minutes: kind.minutes.notice,
    horizon_days: kind.approval === 'staff' ? 60 : 30,
    buffer_minutes: kind.minutes.buffer,
    approval: kind.approval,
    kind: kind.kind,
    ...faceOf(kind, { position, stepFree, equipment }),
  }
}

const villagePlaces = ['村委会旁', '小学旁', '文化广场旁'] as const
const townPlaces = ['居委会旁', '便民服务站旁', '文化广场旁', '卫生服务站旁'] as const

/** A community's facility and its rooms. Only the sealed name and phone of the keeper differ from seed to seed. */
export function facilityOf(
  community: Community,
  cipher: FieldCipher,
): { facility: FacilityRow; rooms: RoomRow[] } {
  const dice = diceFor(`facility ${community.code}`)
  const kind = kindOf(community, dice)
  const { name, rooms } = facilityKinds[kind]
  const { isVillage } = community
  const id = uuidOf(`facility ${community.code}`)
  const facility: FacilityRow = {
    id,
    community_code: community.code,
    kind,
    name: `${community.name}${name}`,
    address: `${community.within}${community.name}${dice.pick(isVillage ? villagePlaces : townPlaces)}`,
    phone: facilityPhone(community.index),
    keeper_name_enc: cipher.encrypt('facilities.keeper_name_enc', id, personName(dice)),
    keeper_phone_enc: cipher.encrypt('facilities.keeper_phone_enc', id, seedPhone('keeper', community.index)),
    // Feasts and sport are what holidays are for.
    holidays: kind === 'banquet_hall' || kind === 'sports_ground' ? 'open' : 'closed',
    ...placeOf(community.code),
  }
  const openings = openingsOf(community, kind, dice)
  const count = isDemo(community.code) ? 5 : dice.pick([2, 3, 3, 4, 4, 5])
  const made = rooms
    .slice(0, count)
    .map((room, at) =>
      roomOf(
        room,
        facility,
        { position: at + 1, name: (isVillage && room.villageName) || room.name, openings },
        dice,
      ),
    )
  return { facility, rooms: made }
}
