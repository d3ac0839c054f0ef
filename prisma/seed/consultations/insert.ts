/** Legal consultations of two made-up residents, in the states that two people make. */
import type { Client } from 'pg'
import type { FieldCipher } from '../../../bff/src/platform/crypto'
import { dayMs } from '../../../bff/src/platform/shanghai'
import { demoCommunities } from '../facilities'
import { insertRows } from '../insert'
import { badgeOf, demoId } from '../people'
import { rowsOfStory } from './rows'
import { stories } from './stories'

const whose = demoCommunities.map((community, which) => ({
  community,
  person: demoId(which === 0 ? '13-proxy' : '43-proxy'),
  adviser: badgeOf(which === 0 ? '23-legal' : '53-legal'),
}))

type CaseRow = ReturnType<typeof rowsOfStory>['case']

/** @returns the number after the last one that was used */
export async function insertConsultations(
  client: Client,
  cipher: FieldCipher,
  { now, firstNumber }: { now: Date; firstNumber: number },
): Promise<number> {
  const told = whose.flatMap((each, m) =>
    stories.map((story, n) =>
      rowsOfStory(cipher, story, { ...each, number: firstNumber + m * stories.length + n, now }),
    ),
  )
  const tables = {
    cases: told.map((one) => one.case),
    case_events: told.flatMap(({ events }) => events),
    consultations: told.map(({ consultation }) => consultation),
    case_keys: told.map(({ key }) => key),
    consultation_lines: told.flatMap(({ lines }) => lines),
    consultation_reads: told.flatMap(({ reads }) => reads),
  }
  for (const [table, rows] of Object.entries(tables)) await insertRows<object>(client, table, rows)
  for (const { case: one } of told) await grantRight(client, one)
  return firstNumber + told.length
}

async function grantRight(
  client: Client,
  { id, type, community_code: community, finished_at: at }: CaseRow,
): Promise<void> {
  if (at === null) return
  const after = (days: number): Date => new Date(at.getTime() + days * dayMs)
  await client.query('SELECT grant_right($1, $2, $3, false, $4, $5, $6)', [
    id,
    type,
    community,
    at,
    after(3),
    after(30),
  ])
}
