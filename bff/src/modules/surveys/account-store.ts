/** What becomes of surveys when an account becomes part of another. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  surveys: Prisma.sql`WITH gone AS (DELETE FROM survey_participants WHERE account_id = ${from} RETURNING survey_id)
    INSERT INTO survey_participants (survey_id, account_id) SELECT survey_id, ${into} FROM gone ON CONFLICT DO NOTHING`,
  'surveys.created_by': Prisma.sql`UPDATE surveys SET created_by = ${into} WHERE created_by = ${from}`,
  'surveys.ended_by': Prisma.sql`UPDATE surveys SET ended_by = ${into} WHERE ended_by = ${from}`,
  'survey_forms.printed_by': Prisma.sql`UPDATE survey_forms SET printed_by = ${into} WHERE printed_by = ${from}`,
  'survey_answers.entered_by': Prisma.sql`UPDATE survey_answers SET entered_by = ${into} WHERE entered_by = ${from}`,
})
