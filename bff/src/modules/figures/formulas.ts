/**
 * Every formula of the public figures, and no other place has one. Names and order are those of docs/product.md › Ratings
 * (after GB/T 39735, 政务服务“好差评”). All of them count finished cases, each with one answer at most.
 *
 * A case counts in the month in which it was rated, or in which its time for rating ran out. A follow-up counts in the
 * month in which it ended, at the latest in that of its hard stop, by what had been done until then. So a month that is
 * over does not change any more.
 */
import { leastShown } from '@linli/contracts/common'
import { type Figure, type FigureKey, figureKey } from '@linli/contracts/figures'
import * as z from 'zod/mini'

/**
 * What is published of a division, a service and some months (`publish-store.ts`), every number in fives of different
 * people: up to four were kept back before the first month, and up to four are after the last.
 */
export const published = z.strictObject({
  /** Ratings given; one that a review overturned is taken off in the month of the review. */
  rated: z.int(),
  /** Follow-ups of the two lower grades that count. */
  followed: z.int(),
  /** Follow-ups that ended with the rater's second verdict, each with its last one. */
  verdicts: z.int(),
  /** Of the ratings: 不满意 or 非常不满意. */
  bad: z.int(),
  /** Of the ratings: given before anybody was invited. */
  unprompted: z.int(),
  /** Finished cases whose time for rating ran out without one. */
  lapsed: z.int(),
  /** Of the follow-ups: the rater had not been reached. */
  unanswered: z.int(),
  /** Of the follow-ups: not put right, or the rater not called back and told. */
  unrectified: z.int(),
  /** Of the verdicts: not satisfied with how it was put right. */
  discontent: z.int(),
})
export type Published = z.output<typeof published>

export const nothing: Published = {
  rated: 0,
  followed: 0,
  verdicts: 0,
  bad: 0,
  unprompted: 0,
  lapsed: 0,
  unanswered: 0,
  unrectified: 0,
  discontent: 0,
}

/** Of a share: how many it is of, and those of them who are published in groups of five, as the share itself or as its rest. */
interface Share {
  whole: number
  groups: number
  are: 'share' | 'rest'
}

/** Key → its share. */
const shares: Record<Exclude<FigureKey, 'ratings' | 'unrated'>, (p: Published) => Share> = {
  /** 好评率: the three upper grades of all ratings. */
  good: (p) => ({ whole: p.rated, groups: p.bad, are: 'rest' }),
  /** 主动评价率: ratings given before the invitation, of all ratings. Nobody is rated by default here. */
  unprompted: (p) => ({ whole: p.rated, groups: p.unprompted, are: 'share' }),
  /** 差评回复率: bad ratings whose giver was reached, of all bad ratings that count. */
  answered: (p) => ({ whole: p.followed, groups: p.unanswered, are: 'rest' }),
  /** 回访整改率: put right and called back, of all bad ratings that count. */
  rectified: (p) => ({ whole: p.followed, groups: p.unrectified, are: 'rest' }),
  /** 整改满意率: satisfied, of all second verdicts. */
  content: (p) => ({ whole: p.verdicts, groups: p.discontent, are: 'rest' }),
}

/**
 * The figures of what is published, in the order of the page. Behind every share stand at least `leastShown` people, or
 * it is not shown and `of` is 0: so few, or nobody.
 */
export const figuresOf = (published: Published): Figure[] =>
  figureKey.options.map((key) => {
    if (key === 'ratings') return numberOf(published.rated)
    if (key === 'unrated') return unratedOf(published)
    return { key, ...shareOf(shares[key](published)) }
  })

const isFew = (n: number): boolean => n < leastShown
const hidden = { low: null, high: null, of: 0 }

/** Up to four were kept back before the first month, and up to four are after the last. */
const most = leastShown - 1
const least = (n: number): number => Math.max(0, n - most)

function numberOf(n: number): Figure {
  const said = isFew(n) ? 0 : n
  return { key: 'ratings', low: said, high: said, of: said }
}

/** To the whole percent, within 0…1. */
const hundredths = (part: number, whole: number): number =>
  whole <= 0 ? 1 : Math.min(1, Math.round((100 * part) / whole) / 100)

function shareOf({ whole, groups, are }: Share): Omit<Figure, 'key'> {
  if (isFew(whole)) return hidden
  const [low, high] = [
    hundredths(least(groups), whole + most),
    hundredths(Math.max(0, groups + most), least(whole)),
  ]
  const rest = (share: number): number => Math.round(100 * (1 - share)) / 100
  return { ...(are === 'share' ? { low, high } : { low: rest(high), high: rest(low) }), of: whole }
}

/** 未评率: cases whose time ran out, of all that were rated or ran out. Of how many is not said beside it. */
function unratedOf({ rated, lapsed }: Published): Figure {
  if (isFew(rated + lapsed)) return { key: 'unrated', ...hidden }
  const [few, many] = [least(lapsed), Math.max(0, lapsed + most)]
  return {
    key: 'unrated',
    low: hundredths(few, few + rated + most),
    high: hundredths(many, many + least(rated)),
    of: null,
  }
}

export const sum = (all: readonly Published[]): Published =>
  all.reduce(
    (total, each) =>
      Object.fromEntries(
        Object.entries(total).map(([name, n]) => [name, n + each[name as keyof Published]]),
      ) as unknown as Published,
    nothing,
  )
