/** Codes of needs in the words of people. */
import type { DayPart, Help } from './need-case'

export const helpWord: Record<Help, string> = {
  meal: '送饭做饭',
  cleaning: '打扫洗衣',
  medical: '陪看病取药',
  mobility: '陪出门搬东西',
  company: '陪伴聊天',
  tutoring: '辅导孩子功课',
  other: '别的事',
}
export const dayPartWord: Record<DayPart, string> = {
  any: '什么时候都行',
  morning: '上午',
  afternoon: '下午',
  evening: '傍晚',
}
