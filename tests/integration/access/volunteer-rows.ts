/** Volunteers in the table: staff verify and end, the person changes and leaves; each cell begins without a registration. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { act, ok } from '../../support/story'
import { register, registration } from '../../support/volunteers'
import { here, signIn } from '../../support/world'
import { ofCase, type Row, row, staffDecide, staffOnly } from './cells'
import { type Ask, sends, type Stage } from './stage'

const nobody = ({ app }: Stage) =>
  app.database.pool.query(`UPDATE cases SET state = 'cancelled', waiting_for = 'nobody', closed_at = now()
    WHERE type = 'volunteer' AND closed_at IS NULL`)

async function asked(stage: Stage): Promise<string> {
  await nobody(stage)
  return (await register(stage.app, await signIn(stage.app.deps, stage.cast.party.accountId))).id
}

async function verified(stage: Stage): Promise<string> {
  const id = await asked(stage)
  await ok(act(stage.app, 'verifyVolunteer', await signIn(stage.app.deps, stage.cast.staff.accountId), id))
  return id
}

const on =
  (begin: (stage: Stage) => Promise<string>, body: object = {}): Ask =>
  async (stage) => ({ params: { id: await begin(stage) }, body })

const onPaper: Ask = async (stage) => {
  const id = await verified(stage)
  const staff = await signIn(stage.app.deps, stage.cast.staff.accountId)
  const body = { kind: 'first_aid', validUntil: '2027-11-30' }
  await ok(act(stage.app, 'addPaper', staff, id, { body }))
  const { rows } = await stage.app.database.pool.query<{ id: string }>(
    'SELECT id FROM volunteer_papers WHERE case_id = $1',
    [id],
  )
  return { params: { id }, body: { paperId: rows[0]?.id } }
}

const why = { note: '请带身份证到社区来' }
const ofParty = (ask: Ask): Row =>
  ofCase(ask, { party: 200, staff: 'not_allowed', supervisor: 'not_allowed' })

const { skills, times, reach } = registration()

export const volunteerRows = {
  listVolunteers: staffOnly(sends({ query: { division: here } })),
  registerVolunteer: row(
    async (stage) => {
      await nobody(stage)
      // What earlier rows of the table left.
      await stage.app.database.pool.query(
        'UPDATE accounts SET phone_enc = NULL, phone_hash = NULL WHERE id <> $1',
        [stage.cast.party.accountId],
      )
      return { body: registration() }
    },
    {
      anonymous: 'sign_in_required',
      party: 201,
      other: 'volunteer_name_needed',
      staff: 'volunteer_phone_needed',
      elsewhere: 'volunteer_phone_needed',
      supervisor: 'volunteer_phone_needed',
    },
  ),
  // Of a registration of oneself the name is that of the account, which is read as the contact of the case.
  readVolunteerName: ofCase(async (stage) => ({ params: { id: await asked(stage) } }), {
    party: 'contact_not_justified',
    staff: 'contact_not_justified',
    supervisor: 'contact_not_justified',
  }),
  verifyVolunteer: staffDecide(on(asked)),
  refuseVolunteer: staffDecide(on(asked, why)),
  endVolunteer: staffDecide(on(verified, why)),
  cancelVolunteer: ofParty(on(asked)),
  leaveVolunteers: ofParty(on(verified)),
  changeAvailability: ofParty(on(verified, { skills, times, reach })),
  setProposals: ofParty(on(verified, { wanted: false })),
  addPaper: staffDecide(on(verified, { kind: 'first_aid', validUntil: '2027-11-30' })),
  revokePaper: staffDecide(onPaper),
} satisfies Partial<Record<EndpointName, Row>>
