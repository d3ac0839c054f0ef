/** The page of a booking. */
export const caseText = {
  opens: (name: string) => `${name}来开门`,
  callKeeper: (name: string, phone: string) => `打电话给${name} ${phone}`,
  bring: '请带',
  place: '地点',
  note: '您的说明',
  residentNote: '居民的说明',
  askByPhone: '打电话问一下',
  again: '再订一次',
  seeOther: '看看推荐的场地',
  asked: (question: string) => `社区想再了解：“${question}”`,
  supplement: '补充说明',
  supplementWords: '要补充的话',
  send: '提交',
  sent: '已提交',
  cancel: {
    row: '取消预订',
    done: '已取消',
    queued: '取消预订',
    confirm: {
      title: '取消这次预订？',
      lines: ['取消后时段马上让给别人，不能恢复。'],
      yes: '确定取消',
      no: '先不取消',
    },
  },
  line: {
    kept: (until: string) => `时段为您保留到${until}`,
    placed: (n: number) => `前面 ${n} 位得到了时段`,
    rule: '老年人、未成年人和残疾人的活动优先，其他按先来后到。',
    // A room's line has no points to count: somebody comes first, or by arrival.
    points: () => '按公布的规则优先',
  },
}
