/** The care programmes of a demonstration community: one of every phase that a family can meet. */
import {
  addDays,
  dayOf,
  instantAt,
  minutesOf,
  startOfDay,
  weekdayOf,
} from '../../../bff/src/platform/shanghai'

export interface Plan {
  key: string
  kind: 'term' | 'holiday'
  state: 'published' | 'closed' | 'drawn'
  name: string
  place: string
  about: string
  startsOn: string
  endsOn: string
  weekly: { weekday: number; from: string; to: string }[]
  capacity: number
  classes: number
  grades: { min: number; max: number } | null
  ages: { min: number; max: number } | null
  opensAt: Date
  closesAt: Date
  mode: 'first_come' | 'draw'
  priority: { circumstance: string; points: number }[]
  /** Children with a place (or a number in a draw), and children in line. */
  signedUp: number
  waiting: number
}

const on = (weekdays: readonly number[], from: string, to: string) =>
  weekdays.map((weekday) => ({ weekday, from, to }))

const priority = [
  { circumstance: 'left_behind', points: 30 },
  { circumstance: 'hardship', points: 30 },
  { circumstance: 'disability', points: 30 },
  { circumstance: 'both_parents_work', points: 10 },
  { circumstance: 'relocated', points: 10 },
]

const school = { grades: { min: 1, max: 6 }, ages: null, priority }

/** Days and times from today on. */
interface When {
  day(days: number): string
  at(days: number, time: string): Date
}

const allDay = ({ day, at }: When): Plan => ({
  ...school,
  key: 'all-day',
  kind: 'holiday',
  state: 'closed',
  name: '社区全日看护班',
  place: '党群服务中心二楼儿童之家',
  about: '每天 08:00–21:00，可以只来半天。有作业辅导、阅读和户外活动，午餐自带。',
  startsOn: day(-20),
  endsOn: day(40),
  weekly: on([1, 2, 3, 4, 5, 6, 7], '08:00', '21:00'),
  capacity: 20,
  classes: 1,
  opensAt: at(-40, '09:00'),
  closesAt: at(-25, '18:00'),
  mode: 'first_come',
  signedUp: 20,
  waiting: 4,
})

const winter = ({ day, at }: When): Plan => ({
  ...school,
  key: 'winter',
  kind: 'holiday',
  state: 'published',
  name: '寒假看护班',
  place: '党群服务中心二楼儿童之家',
  about: '周一到周五全天看护，两个班，每 10 个孩子配一位老师。',
  startsOn: day(40),
  endsOn: day(60),
  weekly: on([1, 2, 3, 4, 5], '08:30', '17:30'),
  capacity: 60,
  classes: 2,
  opensAt: at(1, '09:00'),
  closesAt: at(8, '18:00'),
  mode: 'first_come',
  signedUp: 0,
  waiting: 0,
})

const weekend = ({ day, at }: When): Plan => ({
  ...school,
  key: 'weekend',
  kind: 'term',
  state: 'published',
  name: '周末阅读托管班',
  place: '党群服务中心一楼阅览室',
  about: '周六、周日上午，老师带读，孩子自带一本喜欢的书。',
  startsOn: day(14),
  endsOn: day(84),
  weekly: on([6, 7], '09:00', '11:30'),
  capacity: 20,
  classes: 1,
  opensAt: at(-1, '09:00'),
  closesAt: at(10, '18:00'),
  mode: 'first_come',
  signedUp: 13,
  waiting: 0,
})

const camp = ({ day, at }: When): Plan => ({
  ...school,
  key: 'camp',
  kind: 'holiday',
  state: 'published',
  name: '寒假冬令营',
  place: '党群服务中心三楼多功能厅',
  about: '五天手工和运动。名额少，用摇号，先报后报机会一样。',
  startsOn: day(45),
  endsOn: day(49),
  weekly: on([1, 2, 3, 4, 5, 6, 7], '09:00', '16:30'),
  capacity: 12,
  classes: 1,
  opensAt: at(-2, '09:00'),
  closesAt: at(5, '18:00'),
  mode: 'draw',
  signedUp: 18,
  waiting: 0,
})

const science = ({ day, at }: When): Plan => ({
  ...school,
  key: 'science',
  kind: 'term',
  state: 'drawn',
  name: '周三科学托管班',
  place: '党群服务中心三楼多功能厅',
  about: '每周三放学后做一个小实验。',
  startsOn: day(7),
  endsOn: day(90),
  weekly: on([3], '16:30', '18:00'),
  capacity: 10,
  classes: 1,
  opensAt: at(-20, '09:00'),
  closesAt: at(-10, '18:00'),
  mode: 'draw',
  signedUp: 16,
  waiting: 0,
})

const lastTerm = ({ day, at }: When): Plan => ({
  ...school,
  key: 'last-term',
  kind: 'term',
  state: 'closed',
  name: '上学期课后托管班',
  place: '党群服务中心二楼儿童之家',
  about: '周一到周五放学后，作业辅导和户外活动。',
  startsOn: day(-200),
  endsOn: day(-70),
  weekly: on([1, 2, 3, 4, 5], '16:30', '18:00'),
  capacity: 40,
  classes: 1,
  opensAt: at(-215, '09:00'),
  closesAt: at(-205, '18:00'),
  mode: 'first_come',
  signedUp: 0,
  waiting: 0,
})

/** @param now the moment around which they lie: one runs, one opens tomorrow, two are open, one is drawn, one is over */
export function plansOf(now: Date): Plan[] {
  const day = (days: number): string => addDays(dayOf(now), days)
  const when: When = { day, at: (days, time) => instantAt(day(days), minutesOf(time)) }
  return [allDay, winter, weekend, camp, science, lastTerm].map((plan) => plan(when))
}

export interface SessionRow {
  day: string
  starts_at: Date
  ends_at: Date
}

/** Every session of a plan, in order. */
export function sessionsOf({ startsOn, endsOn, weekly }: Plan): SessionRow[] {
  const sessions: SessionRow[] = []
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1))
    for (const { weekday, from, to } of weekly)
      if (weekday === weekdayOf(day))
        sessions.push({
          day,
          starts_at: instantAt(day, minutesOf(from)),
          ends_at: instantAt(day, minutesOf(to)),
        })
  return sessions
}

/** A freed place goes to the line until the end of a running programme, else until the first day's end. */
export const refillUntil = ({ key, startsOn, endsOn }: Plan): Date =>
  startOfDay(addDays(key === 'all-day' ? endsOn : startsOn, 1))
