import type { Duty } from '@linli/contracts/care-desk'
import type { Programme } from '@linli/contracts/programmes'

interface Gap {
  weekday: number
  /** Null: it is about the whole day. */
  classNo: number | null
  lacks: 'carers' | 'leader' | 'anybody'
  /** How many carers are missing; 0 where it is not about a number. */
  missing: number
}

/** The same gap on several days of the week. */
export type FoldedGap = Omit<Gap, 'weekday'> & { weekdays: number[] }

type Plan = Pick<Programme, 'weekly' | 'classes' | 'startsOn' | 'endsOn'>

/** Which days of the week are not looked after by enough carers, or have a class without any, or one that nobody leads. */
export function gapsIn(plan: Plan, duties: readonly Duty[], needed: number): Gap[] {
  const weekdays = [...new Set(plan.weekly.map((one) => one.weekday))].sort((a, b) => a - b)
  const running = duties.filter((one) => one.startsOn <= plan.endsOn && plan.startsOn <= one.endsOn)
  return weekdays.flatMap((weekday) => {
    const there = running.filter((one) => one.weekdays.includes(weekday))
    const classes = Array.from({ length: plan.classes }, (_, n) => n + 1)
    const empty = classes.filter((classNo) => !there.some((one) => one.classNo === classNo))
    const unled = classes.filter((classNo) => {
      const here = there.filter((one) => one.classNo === classNo)
      return here.length > 0 && !here.some((one) => one.leader)
    })
    const missing = needed - new Set(there.map((one) => one.accountId)).size
    return [
      ...empty.map((classNo): Gap => ({ weekday, classNo, lacks: 'anybody', missing: 0 })),
      ...(missing > 0 ? [{ weekday, classNo: null, lacks: 'carers', missing } as const] : []),
      ...unled.map((classNo): Gap => ({ weekday, classNo, lacks: 'leader', missing: 0 })),
    ]
  })
}

/** Equal gaps are one line. */
export function foldGaps(gaps: readonly Gap[]): FoldedGap[] {
  const folded = new Map<string, FoldedGap>()
  for (const { weekday, ...gap } of gaps) {
    const name = [gap.lacks, gap.classNo, gap.missing].join()
    const same = folded.get(name)
    if (same === undefined) folded.set(name, { ...gap, weekdays: [weekday] })
    else same.weekdays.push(weekday)
  }
  return [...folded.values()]
}
