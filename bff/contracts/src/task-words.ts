/** Codes of tasks in the words of people. */
import type { TaskKind } from './tasks'

export const taskKindWord: Record<TaskKind, string> = {
  meal: '送饭做饭',
  cleaning: '打扫洗衣',
  medical: '陪看病取药',
  mobility: '陪出门搬东西',
  company: '陪伴聊天',
  tutoring: '辅导孩子功课',
  event: '活动帮忙',
  emergency: '应急救灾',
  other: '别的事',
}

/** 1.5 小时, from half hours. */
export const halvesWords = (halves: number): string => `${halves / 2} 小时`
