import type { GroupRule } from '@linli/contracts/line'
import type { LineWords } from '../../../shared/cases/case-parts'

export const lineText = {
  ahead: '您前面还有',
  aheadUnit: '位',
  next: '下一个就是您',
  spoken: (ahead: number) => (ahead === 0 ? '下一个就是您' : `您前面还有 ${ahead} 位`),
  total: (n: number) => (n === 1 ? '现在只有您在排' : `现在一共 ${n} 位在排`),
  asOf: (when: string) => `${when} 的位置，会自动更新`,
  noLonger: '排队有了变化，正在看最新的情况。',
  why: '为什么是这个位置',
  joined: '您排进了队伍',
  noPoints: '按先来后到排，没有优先',
  leftLine: (n: number) => `前面 ${n} 位自己退出了`,
  priority: (n: number) => `${n} 位按规则优先，排到了您前面`,
  moved: (n: number) => `${n} 位经人工调整，排到了您前面`,
  move: (from: number, to: number) => `社区把一位从第 ${from} 位调到第 ${to} 位`,
  myMove: (from: number, to: number) => `社区把您从第 ${from} 位调到第 ${to} 位`,
  movedBy: (proposed: string, approved: string) => `${proposed} 提出，${approved} 确认`,
  ruleMoves: '人工调整要写明原因，由两位工作人员确认，大家都看得到。',
  group: {
    one: null,
    all: '一起报名的孩子一起排：名额够每个孩子都有，才会轮到。',
    any: '一起报名的孩子一起排：有几个名额，就先给几个孩子。',
  } satisfies Record<GroupRule, string | null>,
  offer: '轮到您了',
  offerHelp: '到时没有接受，会给下一位。',
  together: '一起报名的孩子会一起办：接受或让出，对他们都算数。',
  accept: '接受',
  accepted: { confirmed: '已为您定下', pending: '已接受，等社区确认' },
  decline: '让给下一位',
  declineTitle: '让给下一位？',
  declineHelp: '让出后马上给下一位，不能恢复。想要时再从队尾排起。',
  declineNo: '我再想想',
  declined: '已让给下一位',
  leave: '退出排队',
  leaveHelp: '退出后位置不再保留。想要时再从队尾排起。',
  leaveDone: '已退出排队',
}

/** Of a service that has no words of its own for its line. */
export const plainLine: LineWords = {
  kept: (until) => `为您保留到${until}`,
  placed: (n) => `前面 ${n} 位轮到了`,
  rule: '按先来后到。',
  points: () => '按公布的规则优先',
}
