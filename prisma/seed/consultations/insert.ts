/** Legal consultations of a few made-up residents, in the states that two people make, and where advisers are to be found. */
import type { Client } from 'pg'
import type { FieldCipher } from '../../../bff/src/platform/crypto'
import { grantRight } from '../grant-right'
import { insertRows } from '../insert'
import { desks } from './desks'
import { rowsOfStory } from './rows'
import { stories } from './stories'

type Rows = ReturnType<typeof rowsOfStory>

/** @returns the number after the last one that was used */
export async function insertConsultations(
  client: Client,
  cipher: FieldCipher,
  { now, firstNumber }: { now: Date; firstNumber: number },
): Promise<number> {
  await insertRows(
    client,
    'legal_stations',
    desks.map(({ station }) => station),
  )
  await insertRows(
    client,
    'adviser_duties',
    desks.flatMap(({ duties }) => duties),
  )
  const told = desks.flatMap((desk, m) =>
    stories.map((story, n) =>
      rowsOfStory(cipher, story, {
        ...desk.told(story),
        number: firstNumber + m * stories.length + n,
        now,
      }),
    ),
  )
  const cases = told.map((one) => one.case)
  await insertRows(client, 'cases', cases)
  for (const table of tables)
    await insertRows(
      client,
      table,
      told.flatMap((one) => one[table]),
    )
  for (const one of cases) await grantRight(client, one)
  return firstNumber + told.length
}

/** In the order in which one names another. */
const tables = [
  'case_events',
  'consultations',
  'case_keys',
  'consultation_lines',
  'consultation_reads',
  'consultation_meetings',
  'consultation_attempts',
  'contact_visits',
  'consultation_referrals',
] as const satisfies readonly (keyof Rows)[]
