/** What follows from a move: its person hears of it, the level above where nobody answered; what is over is emptied. */
import { volunteerMeaning } from '@linli/contracts/volunteer-case'
import { officesAbove } from '@linli/contracts/ladder'
import type { Tx } from '../../platform/db'
import type { Move, Tools } from '../cases/kind'
import { nearestWith } from '../identity/service'
import { notify, notifyPeople } from '../notices/service'
import { emptyVolunteer, type VolunteerFacts } from './store'

const answers: readonly string[] = ['verify', 'refuse', 'end', 'add_paper', 'revoke_paper']

const isOver = (state: string): boolean =>
  volunteerMeaning.states[state as keyof typeof volunteerMeaning.states].is !== 'open'

export async function moved(tools: Tools, tx: Tx, moves: readonly Move<VolunteerFacts>[]): Promise<void> {
  for (const move of moves) {
    const { action, row, to, at } = move
    if (isOver(to)) await emptyVolunteer(tx, row.id)
    if (answers.includes(action)) await notifyPeople(tx, [row.id], 'case_answered', at)
    if (action === 'escalate') await tellAbove(tools, tx, move)
  }
}

async function tellAbove({ ids }: Tools, tx: Tx, { row, at }: Move<VolunteerFacts>): Promise<void> {
  for (const accountId of await nearestWith(tx, officesAbove(row.community), ['staff', 'supervisor']))
    await notify(tx, {
      id: ids.id(),
      eventKey: `${row.id}/escalate/${at.toISOString()}/${accountId}`,
      accountId,
      caseId: row.id,
      kind: 'case_escalated',
      at,
      deliverAt: at,
    })
}
