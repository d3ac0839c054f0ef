/** The halls of two partner units, in the communities that people are shown first: each is run by its unit. */
import type { Client } from 'pg'
import type { FieldCipher } from '../../bff/src/platform/crypto'
import { addDays, dayOf, instantAt, minuteMs, minutesOf } from '../../bff/src/platform/shanghai'
import { everyDay, roomOf } from './facilities'
import { insertRows } from './insert'
import { seedPhone } from './names'
import { matterOf } from './matters'
import { badgeOf, demoId } from './people'
import { placeOf } from './places'
import { diceFor, uuidOf } from './random'
import { facilityKinds } from './room-kinds'
import type { FacilityRow, Matter, RoomRow } from './rows'
import type { Use } from './uses'

const halls = [
  {
    community: '532301101001',
    owner: '25-partner',
    name: '州烟草公司职工活动中心',
    address: '楚雄市鹿城镇东兴社区鹿城南路 86 号',
    phone: '0878-3120086',
  },
  {
    community: '532325102203',
    owner: '55-partner',
    name: '光禄古镇旅游公司活动院',
    address: '姚安县光禄镇福光村古镇南门旁',
    phone: '0878-5750086',
  },
] as const

/** Behind the rooms of the community's own. */
const firstPosition = 6

export async function insertPartnerHalls(client: Client, cipher: FieldCipher): Promise<Hall[]> {
  const made: Hall[] = []
  for (const [index, { community, owner, name, address, phone }] of halls.entries()) {
    const id = uuidOf(`partner hall ${community}`)
    const facility: FacilityRow & { owner_id: string } = {
      ...{ id, community_code: community, kind: 'partner_hall', name, address, phone, holidays: 'closed' },
      ...placeOf(`${community} partner`),
      keeper_name_enc: cipher.encrypt('facilities.keeper_name_enc', id, '周师傅'),
      keeper_phone_enc: cipher.encrypt('facilities.keeper_phone_enc', id, seedPhone('keeper', 2_000 + index)),
      owner_id: demoId(owner),
    }
    await insertRows(client, 'facilities', [facility])
    const [hall, , , , tableTennis] = facilityKinds.partner_hall.rooms
    const openings = everyDay(7, [['18:00', '21:30']])
    const rooms = [hall, ...(tableTennis ? [tableTennis] : [])].map((kind, at) =>
      roomOf(
        kind,
        facility,
        { position: firstPosition + at, name: kind.name, openings },
        diceFor(`partner hall ${community} ${at}`),
      ),
    )
    await insertRows(client, 'rooms', rooms)
    if (rooms[0]) made.push({ room: rooms[0], unit: badgeOf(owner) })
  }
  return made
}

interface Hall {
  room: RoomRow
  unit: { id: string; name: string }
}

/** The evening of so many days from today. */
function eveningOf(now: Date, days: number, buffer: number): Use {
  const startsAt = instantAt(addDays(dayOf(now), days), minutesOf('19:00'))
  const endsAt = new Date(startsAt.getTime() + 90 * minuteMs)
  return { startsAt, endsAt, freeAt: new Date(endsAt.getTime() + buffer * minuteMs) }
}

/** One that waits for the unit's answer, and one that it has agreed to. */
export function askedOfHall(
  { room, unit }: Hall,
  { bookers, now, firstNumber }: { bookers: readonly string[]; now: Date; firstNumber: number },
): Matter[] {
  const asked = [
    { ending: 'open', days: 5, hours: 1 },
    { ending: 'confirmed', days: 3, hours: 30 },
  ] as const
  return asked.map(({ ending, days, hours }, at) => {
    const name = `partner hall ${room.community_code} ${ending}`
    const filing = {
      ...{ name, number: firstNumber + at, room, staff: unit },
      use: eveningOf(now, days, room.buffer_minutes),
      subjectId: bookers.at(-1 - at) ?? '',
      createdAt: new Date(now.getTime() - hours * 60 * minuteMs),
    }
    return matterOf(filing, ending, diceFor(name))
  })
}
