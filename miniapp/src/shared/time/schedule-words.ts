const names = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** 周一至周五; 周二、周四; 每天 */
export function weekdaysWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b)
  const [first = 0] = days
  const last = days[days.length - 1] ?? 0
  if (days.length === 7) return '每天'
  const inOneRun = days.length > 2 && last - first === days.length - 1
  return inOneRun ? `${names[first]}至${names[last]}` : days.map((day) => names[day]).join('、')
}

/** Hours of one weekday, as `16:30`. */
export interface Hours {
  weekday: number
  from: string
  to: string
}

/** How every schedule of a week is said: 周一至周五 08:30–12:00、14:00–18:00；周六、周日 09:00–11:00. */
export function weeklyWords(weekly: readonly Hours[]): string {
  const hours = new Map<number, string[]>()
  for (const { weekday, from, to } of [...weekly].sort((a, b) => (a.from < b.from ? -1 : 1)))
    hours.set(weekday, [...(hours.get(weekday) ?? []), `${from}–${to}`])
  const days = new Map<string, number[]>()
  for (const [weekday, spans] of [...hours].sort(([a], [b]) => a - b)) {
    const at = spans.join('、')
    days.set(at, [...(days.get(at) ?? []), weekday])
  }
  return [...days].map(([at, weekdays]) => `${weekdaysWords(weekdays)} ${at}`).join('；')
}
