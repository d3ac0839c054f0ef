/** A team of the demonstration, led by its volunteer, as the service itself would have left it. */
import type { Client } from 'pg'
import { nameForm } from '../../../bff/src/platform/name-form'
import { dayMs } from '../../../bff/src/platform/shanghai'
import { demoCommunities } from '../facilities'
import { insertRows } from '../insert'
import { badgeOf, demoId } from '../people'
import { uuidOf } from '../random'

const name = '爱邻志愿服务队'
export const demoTeam = uuidOf(`team ${name}`)

export async function insertTeams(client: Client, now: Date): Promise<void> {
  const { id: staff } = badgeOf('20-staff')
  const since = new Date(now.getTime() - 30 * dayMs)
  await insertRows(client, 'teams', [
    {
      ...{ id: demoTeam, division_code: demoCommunities[0], kind: 'team', name, name_form: nameForm(name) },
      ...{ state: 'open', created_by: staff, created_at: since },
    },
  ])
  await insertRows(client, 'team_members', [
    {
      ...{ team_id: demoTeam, case_id: uuidOf(`volunteer ${demoId('24-volunteer')}`), state: 'member' },
      ...{ leads: true, asked_at: since, decided_by: staff, decided_at: since, named_by: staff },
    },
  ])
}
