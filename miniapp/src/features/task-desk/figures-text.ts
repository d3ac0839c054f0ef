const late = (n: number) => (n < 5 ? '不到 5 件' : `${n} 件以上`)

export const figuresText = {
  title: '志愿任务数字',
  how: '只有数字，不看姓名和住址。求助和时长按五个一档，不到五个不细写。',
  coming: '要做的任务',
  filled: '人齐的',
  short: '还差',
  tasks: (n: number) => `${n} 个`,
  people: (n: number) => `${n} 人`,
  needs: (n: number) => (n === 0 ? '求助都按时答复了' : `求助过了时间没答复：${late(n)}`),
  hours: (n: number) => (n === 0 ? '时长都按时确认了' : `时长过了时间没确认：${late(n)}`),
  below: '下面各处',
  belowHelp: '点名称看下一级。按区划排列，不排名次。',
  nothing: '没有要做的任务',
  /** How many tasks, and whom they lack. */
  of: (coming: number, filled: number, short: number) =>
    short === 0 ? `${coming} 个任务，人都齐了` : `${coming} 个任务，人齐的 ${filled} 个，还差 ${short} 人`,
}
