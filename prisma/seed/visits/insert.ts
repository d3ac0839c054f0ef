/** Visits of this month and the last, as the service itself would have left them. */
import type { Client } from 'pg'
import type { FieldCipher } from '../../../bff/src/platform/crypto'
import { countsOf, firstOf, lastOf, monthBefore, monthOf } from '../../../bff/src/modules/visits/rules'
import { addDays, dayOf, instantAt, startOfDay } from '../../../bff/src/platform/shanghai'
import { demoCommunities } from '../facilities'
import { insertRows } from '../insert'
import { seedPhone } from '../names'
import { badgeOf, demoId } from '../people'
import { uuidOf } from '../random'
import type { AccountRow } from '../rows'
import { type Elder, town, village } from './elders'

const places = [
  { community: demoCommunities[0], elders: town, staff: '20-staff', grid: '21-grid' },
  { community: demoCommunities[1], elders: village, staff: '50-staff', grid: '51-grid' },
] as const
type Place = (typeof places)[number]

const idOf = ({ community }: Place, { name }: Elder): string => uuidOf(`elder ${community} ${name}`)
const visitorOf = (place: Place, { by }: Elder) => badgeOf(by === 'grid' ? place.grid : place.staff)

function elderRow(cipher: FieldCipher, place: Place, elder: Elder, index: number, listedOn: string) {
  const id = idOf(place, elder)
  const seal = (column: 'name_enc' | 'phone_enc' | 'address_enc' | 'emergency_enc', plain: string) =>
    cipher.encrypt(`visit_elders.${column}`, id, plain)
  return {
    id,
    community_code: place.community,
    household_id: elder.home ? uuidOf(`household ${place.community} ${elder.home}`) : id,
    kind: elder.kind,
    name_enc: seal('name_enc', elder.name),
    phone_enc: seal('phone_enc', seedPhone('demo', 800 + index)),
    address_enc: seal('address_enc', elder.address),
    emergency_enc: seal(
      'emergency_enc',
      JSON.stringify({ name: `${elder.name.slice(0, 1)}家女儿`, phone: seedPhone('demo', 850 + index) }),
    ),
    account_id: elder.account === undefined ? null : demoId(elder.account),
    visitor_id: elder.by === 'nobody' ? null : visitorOf(place, elder).id,
    state: 'active',
    since: listedOn,
    listed_on: listedOn,
    created_by: badgeOf(place.staff).id,
    created_at: startOfDay(listedOn),
  }
}

interface VisitRow {
  id: string
  elder_id: string
  month: string
  visitor_id: string
  by_name: string
  at: Date
  way: string
  outcome: string
  recorded_at: Date
  late: boolean
}

/** About so many hours ago, at an hour at which people are visited. */
function byDay(ago: number, now: Date): Date {
  const day = dayOf(new Date(now.getTime() - ago * 3_600_000))
  const minutes = 9 * 60 + ((ago * 37) % 400)
  const at = instantAt(day, minutes)
  return at < now ? at : instantAt(addDays(day, -1), minutes)
}

function visitsOf(place: Place, elder: Elder, index: number, now: Date): (VisitRow & { note?: string })[] {
  const by = visitorOf(place, elder)
  const made = (at: Date, way: string, outcome: string, note?: string) => ({
    id: uuidOf(`visit ${place.community} ${elder.name} ${at.toISOString()}`),
    elder_id: idOf(place, elder),
    month: monthOf(at),
    visitor_id: by.id,
    by_name: by.name,
    at,
    way,
    outcome,
    recorded_at: at,
    late: false,
    ...(note !== undefined && { note }),
  })
  const before = instantAt(addDays(firstOf(monthBefore(monthOf(now))), 4 + (index % 12)), 10 * 60 + index)
  return [
    made(before, 'home', elder.refusedBefore ? 'refused' : 'met'),
    ...elder.visits.map(({ ago, way, outcome, note }) => made(byDay(ago, now), way, outcome, note)),
  ]
}

/** The month before was frozen at its end, and this one's roster was taken at its beginning. */
function monthRows(place: Place, now: Date) {
  const before = monthBefore(monthOf(now))
  const fact = { gone: false, last: null, refusing: false, n: 1 }
  const { late: _, ...frozen } = countsOf(
    place.elders.map(({ refusedBefore }) => ({
      ...fact,
      seen: !refusedBefore,
      seenNow: !refusedBefore,
      last: refusedBefore ? ('refused' as const) : null,
    })),
  )
  const row = { community_code: place.community }
  const open = {
    frozen_at: null,
    listed: null,
    seen: null,
    hospital: null,
    refused: null,
    unseen: null,
    gone: null,
  }
  return [
    {
      ...row,
      month: before,
      taken_at: startOfDay(firstOf(before)),
      ...open,
      ...frozen,
      frozen_at: startOfDay(addDays(lastOf(before), 1)),
    },
    { ...row, month: monthOf(now), taken_at: startOfDay(firstOf(monthOf(now))), ...open },
  ]
}

/** One of the family has agreed to be told, another is asked. */
function familyRows(cipher: FieldCipher, place: Place, accounts: readonly AccountRow[], at: Date): object[] {
  const [first, second] = place.elders
  const asked = [
    { elder: first, key: '13-proxy', agreed: true },
    { elder: second, key: '12-guardian', agreed: false },
  ]
  return asked.flatMap(({ elder, key, agreed }) => {
    const account = accounts.find(({ id }) => id === demoId(key))
    if (!elder || !account?.phone_enc) return []
    const id = uuidOf(`family ${elder.name}`)
    const phone = cipher.decrypt('accounts.phone_enc', account.id, account.phone_enc)
    return [
      {
        id,
        elder_id: idOf(place, elder),
        relation: 'child',
        phone_enc: cipher.encrypt('visit_family.phone_enc', id, phone),
        phone_hash: account.phone_hash,
        asked_by: badgeOf(place.staff).id,
        asked_at: at,
        account_id: agreed ? account.id : null,
        agreed_at: agreed ? at : null,
      },
    ]
  })
}

export async function insertVisits(
  client: Client,
  cipher: FieldCipher,
  { accounts, now }: { accounts: readonly AccountRow[]; now: Date },
): Promise<void> {
  const listedOn = firstOf(monthBefore(monthOf(now)))
  for (const place of places) {
    const elders = place.elders.map((elder, index) => elderRow(cipher, place, elder, index, listedOn))
    await insertRows(client, 'visit_elders', elders)
    const months = monthRows(place, now)
    await insertRows(client, 'visit_months', months)
    const roster = months.flatMap(({ month }) =>
      elders.map(({ id }) => ({
        community_code: place.community,
        month,
        elder_id: id,
        joined_on: firstOf(month),
      })),
    )
    await insertRows(client, 'visit_roster', roster)
    const visits = place.elders.flatMap((elder, index) => visitsOf(place, elder, index, now))
    await insertRows(
      client,
      'visits',
      visits.map(({ note: _, ...visit }) => visit),
    )
    const notes = visits.flatMap(({ id, note }) =>
      note === undefined
        ? []
        : [{ visit_id: id, note_enc: cipher.encrypt('visit_notes.note_enc', id, note) }],
    )
    await insertRows(client, 'visit_notes', notes)
  }
  const asked = new Date(now.getTime() - 20 * 86_400_000)
  await insertRows(client, 'visit_family', familyRows(cipher, places[0], accounts, asked))
}
