import type { CaseState, CaseType } from '@linli/contracts/cases'
import type { Circumstance } from '@linli/contracts/children'
import type { Service } from '@linli/contracts/ratings'
import type { Equipment, Purpose } from '@linli/contracts/rooms'
import type { Tone } from './ui/tone'

/** The contracts' terms as people say them; every feature uses these. */
export const purposeWord: Record<Purpose, string> = {
  residents_meeting: '居民会议',
  party_activity: '党组织活动',
  arts_rehearsal: '文艺排练',
  study: '读书学习',
  children_activity: '儿童活动',
  elder_activity: '老年活动',
  sports: '体育锻炼',
  banquet: '红白喜事',
  training: '培训讲座',
  other: '其他',
}

export const wordForPurpose = (purpose: string) =>
  Object.prototype.hasOwnProperty.call(purposeWord, purpose) ? purposeWord[purpose as Purpose] : '其他'

export const equipmentWord: Record<Equipment, string> = {
  projector: '投影',
  sound: '音响',
  whiteboard: '白板',
  air_conditioning: '空调',
  piano: '钢琴',
  mirror_wall: '镜墙',
  kitchen: '厨房',
  wifi: '无线网',
  toys: '玩具',
  table_tennis: '乒乓球台',
}

export const typeWord: Record<CaseType, string> = {
  booking: '场地预订',
  enrolment: '托管报名',
  follow_up: '评价跟进',
}

/** Whose words a case takes where only a room or a place is spoken of; a follow-up has neither. */
export const serviceOf = (type: CaseType): Service => (type === 'enrolment' ? 'enrolment' : 'booking')

export const stateWord: Record<CaseState, string> = {
  entered: '等待摇号',
  waiting: '排队中',
  held: '为您保留',
  pending: '等待社区确认',
  confirmed: '已确认',
  refused: '未同意',
  cancelled: '已取消',
  lapsed: '没有轮到',
  completed: '已完成',
  contacting: '等社区上级联系您',
  rectifying: '正在整改',
  informing: '整改已完成，等回访',
  verdict: '等您说整改得怎么样',
  reviewing: '另一个单位正在复核',
  closed: '已办结',
  overturned: '复核认为评价与事实不符',
}

/** Where a place in a programme is spoken of otherwise than a room. */
export const enrolmentWord: Record<CaseState, string> = {
  ...stateWord,
  confirmed: '已有名额',
  cancelled: '已退出',
  completed: '已结束',
}

export const stateTone: Record<CaseState, Tone> = {
  entered: 'wait',
  waiting: 'wait',
  held: 'bad',
  pending: 'wait',
  confirmed: 'good',
  refused: 'bad',
  cancelled: 'quiet',
  lapsed: 'quiet',
  completed: 'quiet',
  contacting: 'wait',
  rectifying: 'wait',
  informing: 'wait',
  verdict: 'bad',
  reviewing: 'wait',
  closed: 'quiet',
  overturned: 'quiet',
}

export const circumstanceWord: Record<Circumstance, string> = {
  left_behind: '留守儿童',
  hardship: '困境儿童',
  disability: '残疾儿童',
  both_parents_work: '双职工家庭',
  relocated: '易地搬迁家庭',
}

/** By the contract's number: 0 kindergarten … 12 the last year of high school. */
export const gradeWords = [
  '幼儿园',
  ...['一', '二', '三', '四', '五', '六'].map((n) => `${n}年级`),
  ...['一', '二', '三'].map((n) => `初${n}`),
  ...['一', '二', '三'].map((n) => `高${n}`),
]
