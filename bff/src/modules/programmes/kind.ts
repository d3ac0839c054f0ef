/** An enrolment, told to the spine. */
import { enrolmentDeclaration } from '@linli/contracts/enrolment-case'
import type { Tx } from '../../platform/db'
import { lineActionWord } from '../../platform/words'
import type { Kind, Move, Tools } from '../cases/kind'
import { tellOfCase } from '../children/service'
import { notifyPeople } from '../notices/service'
import { placeInClasses } from './roster/classes'
import { type EnrolmentFacts, enrolmentFacts, nextSessions } from './facts-store'

const shown = ({ programmeId, startsOn, endsOn, drawNumber }: EnrolmentFacts) => ({
  programmeId,
  startsOn,
  endsOn,
  drawNumber,
})

export const enrolmentKind: Kind<EnrolmentFacts> = {
  ...enrolmentDeclaration,
  readByStaff: true,
  rated: true,
  queuesIn: ['waiting', 'entered'],
  lapsesItself: true,
  keepsFromLeaving: true,
  facts: enrolmentFacts,
  summary: shown,
  detail: (facts) => ({ ...shown(facts), address: facts.address }),
  // What families said of a child is the child's, and goes with it.
  exported: { labels: { drawNumber: '摇号号码' }, of: ({ drawNumber }) => ({ drawNumber }) },
  onLeave: {},
  actionWords: { ...lineActionWord, draw: '摇号有了结果' },
  next: nextSessions,
  moved,
}

const givesUp: readonly string[] = ['cancel', 'leave', 'decline']

/** A class for who accepted a place; and whoever shares the child hears what the other, or staff, gave up. */
async function moved(tools: Tools, tx: Tx, moves: readonly Move<EnrolmentFacts>[]): Promise<void> {
  const accepted = moves.filter(({ action }) => action === 'accept')
  for (const programmeId of new Set(accepted.map(({ facts }) => facts.programmeId)))
    await placeInClasses(tx, programmeId)
  for (const { row, at } of accepted) await notifyPeople(tx, [row.id], 'enrolment_confirmed', at)
  const asked = moves.filter(({ action, unasked }) => givesUp.includes(action) && !unasked)
  for (const { by, row, facts, at } of asked)
    if (by.side === 'party' && by.actorId)
      await tellOfCase(tools, tx, { childId: facts.childId, caseId: row.id, by: by.actorId, at })
  const byStaff = asked.filter(({ by }) => by.side === 'staff')
  for (const { row, at } of byStaff) await notifyPeople(tx, [row.id], 'enrolment_cancelled_by_staff', at)
}
