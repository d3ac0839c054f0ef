import type { ProposedNumber } from '../../../bff/contracts/src/accounts'
import { codeTo, newPhone, withPhone } from '../../support/accounts'
import { ok } from '../../support/story'
import { here, makePerson } from '../../support/world'
import * as cell from './cells'
import * as on from './stage'

type Ask = on.Ask

const byFreeNumber: Ask = async ({ app }) => {
  const phone = newPhone()
  return { body: { phone, code: await codeTo(app, phone) } }
}

const nothingToJoin = ({ ask }: cell.Row): cell.Row =>
  cell.row(ask, {
    anonymous: 'sign_in_required',
    party: 'join_nothing',
    other: 'join_nothing',
    staff: 'join_nothing',
    elsewhere: 'join_nothing',
    supervisor: 'join_nothing',
  })

const proposal: Ask = async ({ app }) => {
  const [person, next] = [await withPhone(app, { name: '张伟' }), newPhone()]
  const code = await codeTo(app, next)
  return {
    body: {
      community: here,
      name: '张伟',
      known: person.phone,
      papers: 'identity_card',
      newPhone: next,
      code,
    },
  }
}

const onProposal: Ask = async (stage) => {
  const staff = await makePerson(stage.app, { grants: [['staff', here]] })
  const sent = await proposal(stage)
  const { id } = await ok(stage.app.call<ProposedNumber>('proposeNumber', { ...sent, token: staff.token }))
  return { params: { id }, body: { approve: true, name: '张伟' } }
}

/** Nobody has shown the second proof here. */
const unconfirmed = ({ answers }: cell.Row, sent: Ask): cell.Row =>
  cell.row(sent, {
    ...answers,
    ...Object.fromEntries(
      (['party', 'other', 'staff', 'elsewhere', 'supervisor'] as const).map((who) => [who, 'confirm_needed']),
    ),
  } as cell.Row['answers'])

/** Whoever holds a grant and has no number proves at the counter who they are. */
const holdersConfirm = ({ ask, answers }: cell.Row): cell.Row => ({
  ask,
  answers: {
    ...answers,
    staff: 'confirm_needed',
    elsewhere: 'confirm_needed',
    supervisor: 'confirm_needed',
  },
})

export const accountRows = {
  getLeaving: cell.signedIn(on.nothing),
  leave: unconfirmed(cell.signedIn(on.nothing), on.sends({ body: {} })),
  exportMe: unconfirmed(cell.signedIn(on.nothing), on.nothing),
  joinByPhone: nothingToJoin(cell.signedIn(byFreeNumber)),
  joinByWechat: holdersConfirm(
    cell.signedIn(async (stage) => {
      const { body } = await on.byWechat(stage)
      return { body: { code: (body as { code: string }).code } }
    }),
  ),
  changePhone: cell.signedIn(byFreeNumber),
  listNumberChanges: cell.signedIn(on.nothing),
  proposeNumber: cell.staffOnly(proposal, 201),
  listProposedNumbers: cell.staffOnly(on.sends({ query: { division: here } })),
  decideNumber: cell.staffOnly(onProposal),
}
