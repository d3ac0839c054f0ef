import type { CaseState } from '@linli/contracts/case-base'
import type { CaseType } from '@linli/contracts/cases'
import type { Service } from '@linli/contracts/ratings'
import type { Equipment, Purpose } from '@linli/contracts/rooms'
import { purposeWord, stateWord } from '@linli/contracts/words'
import type { Tone } from '../ui/tone'

/** What is rated, as people call it. */
export const serviceWords: Record<Service, string> = { booking: '场地预订', enrolment: '课后托管' }

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

/** Whose words a case takes where only a room or a place is spoken of; a follow-up has neither. */
export const serviceOf = (type: CaseType): Service => (type === 'enrolment' ? 'enrolment' : 'booking')

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
