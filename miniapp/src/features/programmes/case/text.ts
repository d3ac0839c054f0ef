const confirmLeaving = { yes: '确定退出', no: '先不退出' }

/** The page of an enrolment. */
export const caseText = {
  place: '地点',
  days: '看孩子每天的情况',
  others: '看看别的托管班',
  howDrawn: '看看怎么摇号',
  drawFact: '摇号编号',
  drawNumber: (n: number) => `${n} 号`,
  checkDraw: '核对摇号',
  checkDrawHelp: '结果怎么来的，谁都可以核对',
  programme: '托管班',
  queued: '退出托管',
  done: '已退出',
  cancel: {
    place: {
      row: '退出托管',
      title: '退出这次托管？',
      lines: ['只退这一个孩子的名额，别的孩子要退请另外退。退出后名额马上给排队的下一位，不能恢复。'],
      ...confirmLeaving,
    },
    draw: {
      row: '不参加摇号了',
      title: '不参加这次摇号？',
      lines: ['只退这一个孩子的编号，别的孩子要退请另外退。退出后这个编号不参加摇号，不能恢复。'],
      ...confirmLeaving,
    },
  },
  line: {
    kept: (until: string) => `名额为您保留到${until}`,
    placed: (n: number) => `前面 ${n} 位得到了名额`,
    rule: '先看公布的加分，分数高的在前；分数一样，先来的在前。',
    points: (n: number) => `按公布的规则，您有 ${n} 分`,
  },
}
