/**
 * What people said of past services in the communities of the two demonstration townships: four months of finished
 * bookings, the right to rate each, ratings of some, and how the bad ones were followed up. As the service itself would
 * have left it; the figures are counted from it when the job process first runs.
 */
import type { Client } from 'pg'
import { type Grade, isBad, type Reason, reasonsFor, reasonsVersion } from '@linli/contracts/ratings'
import type { FieldCipher } from '../../bff/src/platform/crypto'
import { addDays, dayMs, dayOf, mondayOf } from '../../bff/src/platform/shanghai'
import { leaveDoubtful } from './doubtful-text'
import { demoCommunities } from './facilities'
import { followUpOf, type FollowUpSeed, titleFollowUps } from './follow-ups'
import { nextBooker } from './fortnight'
import { insertRows } from './insert'
import { matterOf } from './matters'
import { bookersOf, handlerOf, isNamed, staffOf } from './people'
import { diceFor, type Dice, uuidOf } from './random'
import type { AccountRow, CaseRow, Matter, RoomRow } from './rows'
import { usesOf } from './uses'

const DAYS = 130
const NEWEST = 8
const OPEN_DAYS = 30
const INVITE_DAYS = 3

export const gradeFor = (dice: Dice): Grade => {
  const chance = dice.next()
  if (chance < 0.52) return 'very_satisfied'
  if (chance < 0.82) return 'satisfied'
  if (chance < 0.93) return 'fair'
  return chance < 0.985 ? 'dissatisfied' : 'very_dissatisfied'
}

const good = [
  '场地很干净，音响也好用。',
  '社区的人很热心，帮我们摆好了桌椅。',
  '手机上订好就能用，比以前跑一趟方便多了。',
  '大厅没有台阶，老人进出方便。',
  '下雨天还提前把空调开好了，谢谢。',
] as const
const bad = [
  '到了以后等了半个小时才有人来开门。',
  '投影仪连不上，最后只好不放了。',
  '地上都是上一场留下的纸屑，我们自己扫的。',
  '临时说要换到小房间，坐不下。',
] as const
const replies = [
  '谢谢您的肯定，欢迎常来。',
  '谢谢您提醒，我们已经改了开门的安排：开始前二十分钟一定有人。',
  '谢谢，意见已经转给管场地的同事。',
] as const

interface Past {
  rooms: readonly RoomRow[]
  bookers: readonly string[]
  staff: { id: string; name: string }
  now: Date
  firstNumber: number
}

/** Finished uses of some rooms, the oldest first. */
function pastUses({ rooms, bookers, staff, now, firstNumber }: Past): Matter[] {
  const matters: Matter[] = []
  const used = new Map<string, number>()
  for (const room of rooms) {
    const busy = (demoCommunities as readonly string[]).includes(room.community_code) ? 0.035 : 0.006
    for (let offset = -DAYS; offset <= -NEWEST; offset += 1) {
      const day = addDays(dayOf(now), offset)
      const dice = diceFor(`past ${room.id} ${offset}`)
      for (const use of usesOf(room, day, busy, dice)) {
        const number = firstNumber + matters.length
        const subjectId = nextBooker(bookers, matters.length, mondayOf(use.startsAt), used)
        const createdAt = new Date(use.startsAt.getTime() - dice.between(1, 6) * dayMs)
        const name = `past ${room.id} ${offset} ${use.startsAt.toISOString().slice(11)}`
        matters.push(matterOf({ name, number, room, use, subjectId, staff, createdAt }, 'completed', dice))
      }
    }
  }
  return matters
}

const after = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs)

/** The right that a case's end made, and whether and when it was used. */
export function rightOf({ id, type, community_code, closed_at }: CaseRow, now: Date, dice: Dice) {
  const finished = closed_at ?? now
  const ratedAt = dice.next() < 0.55 ? after(finished, dice.next() ** 2 * 9) : null
  const rated = ratedAt && ratedAt < now ? ratedAt : null
  const inviteAt = after(finished, INVITE_DAYS)
  return {
    case_id: id,
    service: type,
    community_code,
    finished_at: finished,
    invite_at: inviteAt,
    rate_until: after(finished, OPEN_DAYS),
    invited_at: inviteAt < now && (!rated || rated > inviteAt) ? inviteAt : null,
    rated_at: rated,
  }
}
export type RightRow = ReturnType<typeof rightOf>

function ratingOf(right: RightRow, raterId: string, cipher: FieldCipher, dice: Dice) {
  const grade = gradeFor(dice)
  const offered = reasonsFor(reasonsVersion, grade, 'booking') ?? []
  const reasons: Reason[] = dice.next() < 0.7 ? [offered[dice.between(0, offered.length - 2)] ?? 'other'] : []
  const text = dice.next() < 0.18 ? dice.pick(isBad(grade) ? bad : good) : null
  const replied = text && dice.next() < 0.6
  const staff = staffOf(demoCommunities[0])
  const id = uuidOf(`rating ${right.case_id}`)
  return {
    id,
    case_id: right.case_id,
    service: right.service,
    community_code: right.community_code,
    rater_id: raterId,
    session_id: uuidOf(`session of ${raterId}`),
    grade,
    reasons_version: reasonsVersion,
    reasons,
    unprompted: right.invited_at === null,
    named: false,
    rated_at: right.rated_at,
    text_enc: text && cipher.encrypt('ratings.text_enc', id, text),
    text_shown: text,
    text_state: text ? 'passed' : 'none',
    text_for_all: text !== null && dice.next() < 0.8,
    supplement_state: 'none',
    reply: replied ? (isBad(grade) ? replies[1] : dice.pick([replies[0], replies[2]])) : null,
    reply_by: replied ? staff.id : null,
    reply_name: replied ? staff.name : null,
    replied_at: replied && right.rated_at ? after(right.rated_at, 1) : null,
  }
}

async function insertPast(client: Client, matters: readonly Matter[]): Promise<void> {
  const cases = matters.map((matter) => matter.case)
  const bookings = matters.map((matter) => matter.booking)
  const events = matters.flatMap((matter) => matter.events)
  await insertRows(client, 'cases', cases)
  await insertRows(client, 'bookings', bookings)
  await insertRows(client, 'case_events', events)
}

async function insertFollowUps(client: Client, seeds: readonly FollowUpSeed[]): Promise<void> {
  await insertRows(
    client,
    'cases',
    seeds.map((seed) => seed.case),
  )
  await insertRows(
    client,
    'follow_ups',
    seeds.map((seed) => seed.followUp),
  )
  await insertRows(
    client,
    'case_events',
    seeds.flatMap((seed) => seed.events),
  )
  await titleFollowUps(client)
}

/** Of both townships, numbered on from where the others end. */
function pastOf(
  rooms: readonly RoomRow[],
  accounts: readonly AccountRow[],
  now: Date,
  firstNumber: number,
): Matter[] {
  const matters = demoCommunities.flatMap((community) => {
    const here = rooms.filter((room) => room.community_code.startsWith(community.slice(0, 9)))
    const bookers = bookersOf(accounts, community).filter((id) => !isNamed(id))
    return pastUses({ rooms: here, bookers, staff: staffOf(community), now, firstNumber: 0 })
  })
  matters.forEach((matter, n) => {
    matter.case.number = matter.case.number.replace(/\d{6}$/, String(firstNumber + n).padStart(6, '0'))
  })
  return matters
}

/** @returns the first case number that is still free */
export async function insertRatings(
  client: Client,
  cipher: FieldCipher,
  {
    rooms,
    accounts,
    finished,
  }: {
    rooms: readonly RoomRow[]
    accounts: readonly AccountRow[]
    /** Cases of the fortnight that are already there. */
    finished: readonly CaseRow[]
  },
  { now, firstNumber }: { now: Date; firstNumber: number },
): Promise<number> {
  const matters = pastOf(rooms, accounts, now, firstNumber)
  await insertPast(client, matters)
  const cases = [...matters.map((matter) => matter.case), ...finished]
  const rights = cases.map((row) => rightOf(row, now, diceFor(`right ${row.id}`)))
  // The named people find their own past still to be rated, and are invited when the job process starts.
  for (const [n, row] of cases.entries())
    if (isNamed(row.subject_id)) Object.assign(rights[n] ?? {}, { rated_at: null, invited_at: null })
  const ratings = cases.flatMap((row, n) => {
    const right = rights[n]
    return right?.rated_at ? [ratingOf(right, row.subject_id, cipher, diceFor(`rating ${row.id}`))] : []
  })
  leaveDoubtful(ratings, cipher)
  await insertRows(client, 'rating_rights', rights)
  await insertRows(client, 'ratings', ratings)
  const bads = ratings.filter(({ grade }) => isBad(grade))
  await insertFollowUps(
    client,
    bads.map((row, n) =>
      followUpOf(row, n + 1, now, diceFor(`follow-up ${row.id}`), handlerOf(row.community_code)),
    ),
  )
  return firstNumber + matters.length
}
