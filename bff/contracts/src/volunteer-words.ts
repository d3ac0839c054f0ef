/** Codes of volunteers in the words of people. */
import type { PaperKind, Reach, Skill, Weekday, WeekPart, WeekTime } from './volunteer-case'

export const skillWord: Record<Skill, string> = {
  meal: '送饭做饭',
  cleaning: '打扫洗衣',
  medical: '陪看病取药',
  mobility: '陪出门搬东西',
  company: '陪伴聊天',
  tutoring: '辅导孩子功课',
  event: '活动帮忙',
  repair: '小修小补',
  digital: '教用手机',
  first_aid: '急救',
}
export const weekdayWord: Record<Weekday, string> = {
  mon: '周一',
  tue: '周二',
  wed: '周三',
  thu: '周四',
  fri: '周五',
  sat: '周六',
  sun: '周日',
}
export const weekPartWord: Record<WeekPart, string> = { morning: '上午', afternoon: '下午', evening: '晚上' }
export const reachWord: Record<Reach, string> = {
  community: '只在本社区',
  township: '本乡镇街道',
  county: '全县市',
}
export const paperWord: Record<PaperKind, string> = {
  first_aid: '急救证',
  vetting: '无犯罪记录证明',
  driving: '驾驶证',
  health: '健康证',
  teaching: '教师资格证',
}

export const timeWord = (time: WeekTime): string => {
  const [day, part] = time.split('_') as [Weekday, WeekPart]
  return weekdayWord[day] + weekPartWord[part]
}

const days = Object.keys(weekdayWord) as Weekday[]
const parts = Object.keys(weekPartWord) as WeekPart[]

/** All of a week in order, those of one day together: 周三下午，周六上午、下午. */
export function timesWords(times: readonly WeekTime[]): string {
  const ofDay = (day: Weekday): string => {
    const own = parts.filter((part) => times.includes(`${day}_${part}`))
    if (own.length === 0) return ''
    return (
      weekdayWord[day] + (own.length === parts.length ? '全天' : own.map((p) => weekPartWord[p]).join('、'))
    )
  }
  return days.map(ofDay).filter(Boolean).join('，')
}
