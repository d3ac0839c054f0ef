/** The follow-up of a rating, told to the spine. */
import { followUpDeclaration } from '@linli/contracts/follow-up-case'
import type { Kind } from '../cases/kind'
import { type FollowUpFacts, followUpFacts } from './facts-store'

const shown = ({ ratedId, grade, confidential }: FollowUpFacts) => ({ ratedId, grade, confidential })

export const followUpKind: Kind<FollowUpFacts> = {
  ...followUpDeclaration,
  // Who works on a follow-up must not learn whose it is: they read it where it is handled.
  readByStaff: false,
  rated: false,
  dayless: true,
  keepsFromLeaving: false,
  facts: followUpFacts,
  conditions: {
    not_appealed: ({ appealed }) => !appealed,
    appealed: ({ reviewing }) => reviewing === 'appeal',
    objected: ({ reviewing }) => reviewing === 'verdict',
    not_extended: ({ extended }) => !extended,
    not_named: ({ named }) => !named,
    not_supplemented: ({ supplemented }) => !supplemented,
    not_confidential: ({ confidential }) => !confidential,
    before_stop: ({ stopAt }, _row, now) => now < new Date(stopAt),
    late: ({ escalatedDue }, { waitingFor, dueAt }, now) =>
      waitingFor === 'staff' &&
      dueAt !== null &&
      dueAt < now &&
      (escalatedDue === null || Date.parse(escalatedDue) !== dueAt.getTime()),
  },
  summary: shown,
  detail: shown,
  // What was said of it stands with the rating, and goes with it.
  exported: { labels: {}, of: () => ({}) },
  onLeave: {},
  actionWords: {
    attempt: '联系您，没有联系上',
    contact: '联系了您',
    extend: '整改延长',
    rectify: '报告整改情况',
    return: '退回再整改',
    tell: '告诉您结果',
    appeal: '单位申请复核',
    uphold: '复核：评价属实',
    overturn: '复核：与事实不符',
    again: '要求再整改',
    conclude: '办结',
    approve: '您说满意',
    object: '您说不满意',
    supplement: '补充说明',
    disclose: '您同意让单位知道是谁',
  },
}
