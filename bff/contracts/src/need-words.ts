/** Codes of needs in the words of people. */
import type { CameBy, DayPart, Help, Relation } from './need-case'
import type { UnmetReason } from './needs'

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

export const unmetWord: Record<UnmetReason, string> = {
  nobody_came: '人没有来',
  not_finished: '事情没办完',
  once_more: '还想请人再来',
}

export const relationWord: Record<Relation, string> = {
  parent: '父母',
  grandparent: '爷爷奶奶、外公外婆',
  spouse: '爱人',
  child: '孩子',
  relative: '亲友',
}

export const cameByWord: Record<CameBy, string> = {
  self: '本人提的',
  family: '亲友提的',
  counter: '到社区来说的',
  phone: '打电话来说的',
  visit: '探访时说的',
}
