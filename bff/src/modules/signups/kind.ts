/** A signup, told to the spine: who reads it, what is shown of it, and what follows from its moves. */
import { signupDeclaration } from '@linli/contracts/signup-case'
import type { Kind } from '../cases/kind'
import { lineActionWord } from '../../platform/words'
import { leaderBadge } from '../teams/service'
import { moved } from './moved'
import { isDisputable, proposedHalves } from './rules'
import { onLeave, type SignupFacts, signupFacts } from './store'

const instantOf = (at: string | null): Date | null => (at === null ? null : new Date(at))
const utc = (at: string | null): string | null => instantOf(at)?.toISOString() ?? null

/** What coming and going give. @returns half hours; null where one of them is not known */
export const proposedOf = ({ startsAt, endsAt, cameAt, leftAt }: SignupFacts): number | null =>
  proposedHalves(
    { startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    instantOf(cameAt),
    instantOf(leftAt),
  )

const shown = (facts: SignupFacts) => ({
  taskId: facts.taskId,
  startsAt: new Date(facts.startsAt).toISOString(),
  place: facts.place,
  twoPeople: facts.twoPeople,
  bothStand: facts.bothStand,
  cameAt: utc(facts.cameAt),
  leftAt: utc(facts.leftAt),
  proposed: proposedOf(facts),
  halves: facts.halves,
})

export const signupKind: Kind<SignupFacts> = {
  ...signupDeclaration,
  readByStaff: true,
  rated: false,
  organiserBadge: ({ organisers, teamName }, accountId) =>
    teamName !== null && organisers.includes(accountId) ? leaderBadge(teamName) : undefined,
  queuesIn: ['waiting'],
  takesPlaceIn: ['confirmed'],
  lapsesItself: true,
  keepsFromLeaving: ['waiting', 'held', 'confirmed'],
  facts: signupFacts,
  conditions: { disputable: ({ saidAt }, _row, now) => isDisputable(instantOf(saidAt), now) },
  summary: shown,
  detail: shown,
  exported: {
    labels: {
      place: '集合地点',
      startsAt: '任务开始',
      cameAt: '签到',
      leftAt: '签退',
      hours: '确认的时长（小时）',
    },
    of: ({ place, startsAt, cameAt, leftAt, halves }) => ({
      place,
      startsAt: utc(startsAt),
      cameAt: utc(cameAt),
      leftAt: utc(leftAt),
      hours: halves === null ? null : halves / 2,
    }),
  },
  onLeave,
  actionWords: {
    ...lineActionWord,
    withdraw: '您退出了任务',
    call_off: '任务取消了',
    unfit: '不再符合任务的要求',
    reschedule: '任务的时间或地点改了',
    moved_off: '任务改了时间，您那时来不了，已替您退出',
    finish: '任务结束，等确认时长',
    credit: '时长已确认',
    miss: '记为没有到场',
    dispute: '您对时长有异议',
  },
  moved,
}
