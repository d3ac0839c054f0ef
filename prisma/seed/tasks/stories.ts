/** What volunteers of the demonstration are asked to do: open, full, over. */
import type { TaskKind } from '@linli/contracts/tasks'
import type { Skill } from '@linli/contracts/volunteer-case'

export interface TaskStory {
  /** Which of the two communities. */
  at: 0 | 1
  kind: TaskKind
  title: string
  about: string | null
  place: string
  /** Days from today, and from which hour to which. */
  inDays: number
  from: number
  to: number
  places: number
  skill: Skill | null
  /** Asked of the team of the first community. */
  ofTeam?: true
  /** Of those who signed up: the demonstration's volunteer of this community, and how it went. */
  signup?: { state: 'confirmed' | 'review' | 'completed'; cameAt?: string; leftAt?: string; halves?: number }
}

export const stories: readonly TaskStory[] = [
  {
    at: 0,
    kind: 'medical',
    title: '陪老人去医院取药',
    about: '带上身份证和雨伞，老人走路慢，请多留一点时间。',
    place: '社区服务大厅门口',
    inDays: 1,
    from: 9,
    to: 11,
    places: 1,
    skill: 'medical',
    signup: { state: 'confirmed' },
  },
  {
    at: 0,
    kind: 'event',
    title: '社区义诊维持秩序',
    about: '帮忙引导排队、量血压登记。',
    place: '社区小广场',
    inDays: 4,
    from: 9,
    to: 12,
    places: 6,
    skill: null,
  },
  {
    at: 0,
    kind: 'other',
    title: '教老人用手机',
    about: null,
    place: '老年活动室',
    inDays: 3,
    from: 14,
    to: 16,
    places: 2,
    skill: 'digital',
  },
  {
    at: 0,
    kind: 'company',
    title: '陪老人读报聊天',
    about: null,
    place: '日间照料中心',
    inDays: -1,
    from: 14,
    to: 16,
    places: 1,
    skill: null,
    signup: { state: 'review', cameAt: '13:55', leftAt: '16:10' },
  },
  {
    at: 0,
    kind: 'cleaning',
    title: '打扫院坝',
    about: null,
    place: '北院坝',
    inDays: -8,
    from: 9,
    to: 11,
    places: 2,
    skill: null,
    signup: { state: 'completed', cameAt: '09:00', leftAt: '11:05', halves: 4 },
  },
  {
    at: 1,
    kind: 'meal',
    title: '老年食堂帮厨送餐',
    about: '有健康证的优先。',
    place: '老年幸福食堂',
    inDays: 1,
    from: 10,
    to: 13,
    places: 2,
    skill: 'meal',
    signup: { state: 'confirmed' },
  },
  {
    at: 1,
    kind: 'event',
    title: '火把节晚会搭台子',
    about: null,
    place: '村文化广场',
    inDays: 5,
    from: 15,
    to: 18,
    places: 8,
    skill: 'event',
  },
  {
    at: 1,
    kind: 'other',
    title: '修老人家的水龙头',
    about: null,
    place: '村委会门口集合',
    inDays: -2,
    from: 9,
    to: 10,
    places: 1,
    skill: 'repair',
    signup: { state: 'completed', cameAt: '09:00', leftAt: '10:00', halves: 2 },
  },
  {
    at: 0,
    kind: 'event',
    title: '清扫楼道',
    about: '自带手套，工具由社区准备。',
    place: '社区服务大厅门口',
    inDays: 6,
    from: 9,
    to: 11,
    places: 8,
    skill: null,
    ofTeam: true,
  },
]
