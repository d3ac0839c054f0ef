/** Care in the demonstration communities: children, programmes, sign-ups, duties and a few days behind. */
import type { Client } from 'pg'
import type { FieldCipher } from '../../../bff/src/platform/crypto'
import { dayOf, minuteMs } from '../../../bff/src/platform/shanghai'
import { demoCommunities } from '../facilities'
import { insertRows } from '../insert'
import { bookersOf, demoId, isNamed, staffOf } from '../people'
import { uuidOf } from '../random'
import type { AccountRow } from '../rows'
import { childrenOf, type ChildSeed, type Family } from './children'
import { programmeOf } from './enrolments'
import { type Plan, plansOf } from './plans'

/** The named people of care, in each of the two communities. */
const cast = [
  { guardian: '12-guardian', elder: '11-elder', elderName: '王建国', carer: '22-care', carerName: '周小燕' },
  { guardian: '42-guardian', elder: '41-elder', elderName: '罗建国', carer: '52-care', carerName: '李小燕' },
] as const
type Cast = (typeof cast)[number]

function familiesOf(accounts: readonly AccountRow[], community: string, people: Cast): Family[] {
  // The other named people begin without a child, so that a newcomer can add one.
  const others = bookersOf(accounts, community).filter((id) => !isNamed(id))
  const named: Family = {
    key: people.guardian,
    guardianId: demoId(people.guardian),
    relation: 'mother',
    second: { accountId: demoId(people.elder), relation: 'grandparent', name: people.elderName },
    named: ['小雨', '阳阳'],
  }
  return [
    named,
    ...others.slice(0, 60).map((guardianId, index) => ({
      key: guardianId,
      guardianId,
      relation: index % 3 === 0 ? ('father' as const) : ('mother' as const),
    })),
  ]
}

/** Yesterday and the two days before: the named child came at ten past eight and was picked up at six. */
function recordsOf(
  caseId: string,
  childId: string,
  sessions: { id: string; starts_at: Date }[],
  people: Cast,
  cipher: FieldCipher,
) {
  const record = (session: { id: string; starts_at: Date }, kind: string, minutes: number) => {
    const at = new Date(session.starts_at.getTime() + minutes * minuteMs)
    return {
      id: uuidOf(`care record ${session.id} ${childId} ${kind}`),
      session_id: session.id,
      case_id: caseId,
      child_id: childId,
      kind,
      at,
      received_at: at,
      by_id: demoId(people.carer),
      by_name: people.carerName,
      method: kind === 'released' ? 'listed' : null,
      person_id: kind === 'released' ? uuidOf(`pickup ${childId} ${people.elderName}`) : null,
    }
  }
  const records = sessions.flatMap((session) => [
    record(session, 'present', 10),
    record(session, 'released', 600),
  ])
  const details = records
    .filter(({ kind }) => kind === 'released')
    .map(({ id }) => ({
      record_id: id,
      detail_enc: cipher.encrypt(
        'care_details.detail_enc',
        id,
        JSON.stringify({ person: people.elderName, relation: 'grandparent' }),
      ),
    }))
  return { records, details }
}

type Made = ReturnType<typeof programmeOf>

/** Who signs up, in order: in the running programme the named first child has a place and the second waits. */
function signingUp(plan: Plan, children: readonly ChildSeed[]): readonly ChildSeed[] {
  const [first, second, ...others] = children
  if (plan.key === 'camp') return children
  if (plan.key !== 'all-day' || !first || !second) return others.slice(10)
  const placed = others.slice(0, plan.signedUp - 1)
  return [first, ...placed, second, ...others.slice(plan.signedUp - 1)]
}

/** Carers beside the named one: nobody can be in two programmes at one hour. */
const badges = ['普丽华', '李晓梅', '张建芬', '罗文秀', '杨学英', '王春兰', '段红梅']

/** A resident who looks after children, for each programme but the named carer's own. */
const helpersOf = (accounts: readonly AccountRow[], community: string, at: Date) =>
  bookersOf(accounts, community)
    .filter((id) => !isNamed(id))
    .slice(-badges.length)
    .map((account_id, n) => ({
      id: uuidOf(`carer ${community} ${n}`),
      account_id,
      role: 'care_worker',
      division_code: community,
      display_name: badges[n] ?? '',
      created_at: at,
    }))

const dutyOf = (made: Made, plan: Plan, carerId: string, staffId: string) => ({
  id: uuidOf(`duty ${made.id}`),
  programme_id: made.id,
  class_no: 1,
  account_id: carerId,
  leader: true,
  starts_on: plan.startsOn,
  ends_on: plan.endsOn,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  created_by: staffId,
  created_at: plan.opensAt,
})

async function insertProgramme(client: Client, made: Made): Promise<void> {
  await insertRows(client, 'programmes', [made.programme])
  await insertRows(client, 'lines', [made.line])
  await insertRows(client, 'care_sessions', made.sessions)
  await insertRows(client, 'cases', made.cases)
  await insertRows(client, 'enrolments', made.enrolments)
  await insertRows(client, 'line_entries', made.entries)
  await insertRows(client, 'case_events', made.events)
}

interface Place {
  cipher: FieldCipher
  community: string
  people: Cast
  helpers: readonly { account_id: string }[]
  now: Date
}

async function insertProgrammes(
  client: Client,
  { cipher, community, people, helpers, now }: Place,
  children: readonly ChildSeed[],
  firstNumber: number,
): Promise<number> {
  const staffId = staffOf(community).id
  let number = firstNumber
  for (const [nth, plan] of plansOf(now).entries()) {
    const setting = { cipher, community, staffId, firstNumber: number }
    const made = programmeOf(plan, signingUp(plan, children), setting)
    number += made.cases.length
    await insertProgramme(client, made)
    const helper = helpers[nth % helpers.length]?.account_id
    const carerId = plan.key === 'all-day' || !helper ? demoId(people.carer) : helper
    await insertRows(client, 'care_duties', [dutyOf(made, plan, carerId, staffId)])
    const [first] = made.enrolments
    if (plan.key !== 'all-day' || !first) continue
    const behind = made.sessions.filter(({ day }) => day < dayOf(now)).slice(-3)
    const { records, details } = recordsOf(first.case_id, first.child_id, behind, people, cipher)
    await insertRows(client, 'care_records', records)
    await insertRows(client, 'care_details', details)
  }
  return number
}

/** @param firstNumber the number of the first case @returns the number after the last */
export async function insertCare(
  client: Client,
  cipher: FieldCipher,
  accounts: readonly AccountRow[],
  { now, firstNumber }: { now: Date; firstNumber: number },
): Promise<number> {
  let number = firstNumber
  for (const [index, community] of demoCommunities.entries()) {
    const people = cast[index] ?? cast[0]
    const making = {
      cipher,
      community,
      staffId: staffOf(community).id,
      now,
      at: new Date(now.getTime() - 50 * 1440 * minuteMs),
    }
    const { seeds, tables } = childrenOf(making, familiesOf(accounts, community, people))
    for (const [table, rows] of Object.entries(tables)) await insertRows<object>(client, table, rows)
    const helpers = helpersOf(accounts, community, making.at)
    await insertRows(client, 'grants', helpers)
    const place = { cipher, community, people, helpers, now }
    number = await insertProgrammes(client, place, seeds, number)
  }
  await client.query(`SELECT setval('line_arrivals', greatest((SELECT max(arrival) FROM line_entries), 1))`)
  return number
}
