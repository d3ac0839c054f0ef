/** Hours and records of service in the table. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { ServiceRecord } from '../../../bff/contracts/src/service-records'
import { ok } from '../../support/story'
import { here, signIn } from '../../support/world'
import { everybody, ownerOnly, type Row, row, signedIn } from './cells'
import { over } from './signup-rows'
import { nothing, sends, type Stage } from './stage'

/** The party has served four half hours. */
async function served(stage: Stage): Promise<void> {
  const id = await over(stage)
  const { token } = await signIn(stage.app.deps, stage.cast.staff.accountId)
  await ok(stage.app.call('creditHours', { params: { id }, body: { halves: 4 }, token }))
}

const all = { childId: null, fromDay: null, toDay: null }

async function issued(stage: Stage): Promise<ServiceRecord> {
  await served(stage)
  const { token } = await signIn(stage.app.deps, stage.cast.party.accountId)
  return ok(stage.app.call<ServiceRecord>('issueServiceRecord', { body: all, token }))
}

export const serviceRecordRows = {
  listMyHours: signedIn(nothing),
  issueServiceRecord: row(
    async (stage) => {
      await served(stage)
      return { body: all }
    },
    {
      anonymous: 'sign_in_required',
      party: 201,
      other: 'record_name_needed',
      staff: 'record_not_verified',
      elsewhere: 'record_not_verified',
      supervisor: 'record_not_verified',
    },
  ),
  readServiceRecord: ownerOnly(async (stage) => ({ params: { id: (await issued(stage)).id } })),
  verifyServiceRecord: everybody(sends({ body: { number: 'ZM-261129-000001', code: '000000' } })),
  exportServiceHours: row(
    sends({ params: { division: here }, body: { fromDay: '2026-11-01', toDay: '2026-11-30', named: false } }),
    {
      anonymous: 'sign_in_required',
      party: 'not_found',
      other: 'not_found',
      staff: 200,
      elsewhere: 'not_found',
      supervisor: 'not_allowed',
    },
  ),
} satisfies Partial<Record<EndpointName, Row>>
