/** A volunteer's registration, told to the spine: who reads it, what is shown of it, and what follows from its moves. */
import { volunteerDeclaration } from '@linli/contracts/volunteer-case'
import { paperWord, reachWord, skillWord, timeWord } from '@linli/contracts/volunteer-words'
import type { Kind } from '../cases/kind'
import { moved } from './moved'
import { onRoster } from './on-roster'
import { onLeave, type VolunteerFacts, volunteerFacts } from './store'

export const volunteerKind: Kind<VolunteerFacts> = {
  ...volunteerDeclaration,
  readByStaff: true,
  rated: false,
  keepsFromLeaving: true,
  dayless: true,
  facts: volunteerFacts,
  conditions: { has_paper: ({ papers }) => papers.length > 0 },
  summary: ({ isMinor }) => ({ isMinor }),
  // A supervisor sees how far it is, and not when somebody is at home.
  detail: (
    { isMinor, skills, times, reach, papers, teams, noProposals, ...facts },
    row,
    { reader, words, cipher },
  ) => ({
    isMinor,
    reach,
    proposals: !noProposals,
    roster: reader === 'staff' && row.state === 'asked' ? onRoster(facts, cipher) : null,
    ...(words ? { skills, times, papers, teams } : { skills: [], times: [], papers: [], teams: [] }),
  }),
  exported: {
    labels: {
      skills: '能做的事',
      times: '有空的时间',
      reach: ['走多远', reachWord],
      papers: '社区看过的证件',
      teams: '所在的队伍',
      roster: '社区导入的名册',
    },
    of: ({ skills, times, reach, papers, teams, roster }) => ({
      skills: skills.map((one) => skillWord[one]),
      times: times.map(timeWord),
      reach,
      papers: papers.map(({ kind, validUntil }) => `${paperWord[kind]}（到 ${validUntil}）`),
      roster: roster ? '名册上有您的姓名和手机号' : null,
      teams: teams.map(({ name, leads }) => (leads ? `${name}（队长）` : name)),
    }),
  },
  onLeave,
  actionWords: {
    verify: '社区核实了',
    refuse: '没有通过',
    change: '您改了能做的事或时间',
    leave: '您退出了',
    end: '社区停止了志愿者身份',
    add_paper: '社区登记了证件',
    revoke_paper: '社区撤下了证件',
  },
  moved,
}
