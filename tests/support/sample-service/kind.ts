/**
 * A service that exists only here: somebody of the community comes to see a resident at home. It proves that the spine
 * carries what it has never heard of: nothing in `bff/src` or `miniapp/src` says a word of it.
 */
import * as z from 'zod/mini'
import type { CaseDeclaration } from '../../../bff/contracts/src/case-declaration'
import type { Kind, Move, Tools } from '../../../bff/src/modules/cases/kind'
import { notify } from '../../../bff/src/modules/notices/service'
import type { Tx } from '../../../bff/src/platform/db'

export const visitDeclaration: CaseDeclaration = {
  type: 'x_visit',
  name: '上门看望',
  prefix: 'SM',
  states: {
    asked: { is: 'open', word: '等社区答复', waitsFor: 'staff' },
    agreed: { is: 'open', word: '约好了' },
    offered: { is: 'open', word: '等您答复', waitsFor: 'party' },
    visited: { is: 'finished', word: '看望过了' },
    declined: { is: 'finished', word: '未同意', refused: true },
    withdrawn: { is: 'ended', word: '已取消' },
    missed: { is: 'ended', word: '没有答复' },
  },
  transitions: [
    { from: 'asked', action: 'see', to: 'asked', side: 'staff', unasked: true },
    { from: 'asked', action: 'agree', to: 'agreed', side: 'staff', when: ['before_start', 'warm'] },
    { from: 'asked', action: 'decline', to: 'declined', side: 'staff', note: 'required' },
    { from: 'asked', action: 'propose', to: 'offered', side: 'staff' },
    { from: 'asked', action: 'withdraw', to: 'withdrawn', side: 'party' },
    { from: 'asked', action: 'escalate', to: 'asked', side: 'system', when: ['unanswered'] },
    { from: 'offered', action: 'take', to: 'agreed', side: 'party', when: ['not_lapsed'] },
    { from: 'offered', action: 'lapse', to: 'missed', side: 'system', when: ['lapsed'] },
    { from: 'agreed', action: 'undo', to: 'asked', side: 'staff', when: ['own_decision_fresh'] },
    { from: 'declined', action: 'undo', to: 'asked', side: 'staff', when: ['own_decision_fresh'] },
    { from: 'agreed', action: 'visit', to: 'visited', side: 'staff', when: ['after_end'] },
    { from: 'asked', action: 'visit', to: 'visited', side: 'staff', when: ['warm'] },
    { from: 'visited', action: 'thank', to: 'visited', side: 'party' },
  ],
}

const visitRow = z.strictObject({ caseId: z.string(), purpose: z.string(), warm: z.boolean() })
export type VisitFacts = z.output<typeof visitRow>

export const visitTable = `CREATE TABLE sample_visits (case_id uuid PRIMARY KEY REFERENCES cases (id), purpose text NOT NULL,
  warm boolean NOT NULL); GRANT SELECT, INSERT, UPDATE ON sample_visits TO PUBLIC`

export const visitKind: Kind<VisitFacts> = {
  ...visitDeclaration,
  readByStaff: true,
  rated: true,
  takesPlaceIn: ['agreed'],
  keepsFromLeaving: true,
  facts: {
    row: visitRow,
    sql: 'SELECT case_id AS "caseId", purpose, warm FROM sample_visits WHERE case_id = ANY ($1::uuid[])',
  },
  conditions: { warm: ({ warm }) => warm },
  summary: ({ purpose }) => ({ purpose }),
  detail: ({ purpose, warm }, _row, { words }) => ({ purpose, warm, words }),
  exported: { labels: { purpose: '看望什么' }, of: ({ purpose }) => ({ purpose }) },
  onLeave: {
    sample_visits: `UPDATE sample_visits SET purpose = '' WHERE case_id IN (SELECT id FROM cases
      WHERE subject_id = ANY ($1::uuid[]))`,
  },
  actionWords: {
    agree: '约好了',
    decline: '没有同意',
    propose: '另约时间',
    withdraw: '取消',
    take: '同意',
    visit: '来看过',
    thank: '道了谢',
  },
  moved,
}

async function moved(tools: Tools, tx: Tx, moves: readonly Move<VisitFacts>[]): Promise<void> {
  for (const { action, row, at } of moves) {
    const told = action === 'escalate' ? await township(tx, row.community) : []
    if (action === 'agree') told.push(row.subjectId)
    for (const accountId of told)
      await notify(tx, {
        id: tools.ids.id(),
        eventKey: `${row.id}/${action}/${at.toISOString()}/${accountId}`,
        accountId,
        caseId: row.id,
        kind: `x_visit_${action}`,
        at,
        deliverAt: at,
      })
  }
}

async function township(tx: Tx, community: string): Promise<string[]> {
  const found = await tx.grant.findMany({
    where: { divisionCode: community.slice(0, 9), role: 'staff', revokedAt: null },
    select: { accountId: true },
  })
  return found.map(({ accountId }) => accountId)
}
