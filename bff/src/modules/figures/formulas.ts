/**
 * Every formula of the public figures, and no other place has one. Names and order are those of PRODUCT.md › Ratings
 * (after GB/T 39735, 政务服务“好差评”). All of them count finished cases, each with one answer at most.
 *
 * A case counts in the month in which it was rated, or in which its time for rating ran out. A follow-up counts in the
 * month in which it ended, at the latest in that of its hard stop, by what had been done until then. So a month that is
 * over does not change any more.
 */
import { type Figure, type FigureKey, leastShown } from '@linli/contracts/figures'

export interface Counts {
  /** Ratings given; one that a review overturned is taken off in the month of the review. */
  rated: number
  /** Of these: 非常满意, 满意 or 基本满意. */
  good: number
  /** Of these: given before anybody was invited. */
  unprompted: number
  /** Finished cases whose time for rating ran out without one. */
  lapsed: number
  /** Follow-ups of the two lower grades that count. */
  followed: number
  /** Of these: the rater had been reached. */
  answered: number
  /** Of these: put right, and the rater called back and told. */
  rectified: number
  /** Follow-ups that ended with the rater's second verdict, each with its last one. */
  verdicts: number
  /** Of these: satisfied with how it was put right. */
  content: number
}

export const nothing: Counts = {
  rated: 0,
  good: 0,
  unprompted: 0,
  lapsed: 0,
  followed: 0,
  answered: 0,
  rectified: 0,
  verdicts: 0,
  content: 0,
}

/** Key → the share's two sides. */
const shares: Record<Exclude<FigureKey, 'ratings'>, (c: Counts) => [part: number, whole: number]> = {
  /** 好评率: the three upper grades of all ratings. */
  good: (c) => [c.good, c.rated],
  /** 主动评价率: ratings given before the invitation, of all ratings. Nobody is rated by default here. */
  unprompted: (c) => [c.unprompted, c.rated],
  /** 未评率: cases whose time ran out, of all that were rated or ran out. */
  unrated: (c) => [c.lapsed, c.rated + c.lapsed],
  /** 差评回复率: bad ratings whose giver was reached, of all bad ratings that count. */
  answered: (c) => [c.answered, c.followed],
  /** 回访整改率: put right and called back, of all bad ratings that count. */
  rectified: (c) => [c.rectified, c.followed],
  /** 整改满意率: satisfied, of all second verdicts. */
  content: (c) => [c.content, c.verdicts],
}

const keys = Object.keys(shares) as (keyof typeof shares)[]

/**
 * The figures of some counts, in the order of the page. Behind every share stand at least `leastShown` cases, or it
 * is not shown (of as many people: that is looked at where blocks are released); where there is nobody at all `of` is 0 and there is no share.
 */
export function figuresOf(counts: Counts): Figure[] {
  return [
    figure('ratings', counts.rated, counts.rated),
    ...keys.map((key) => {
      const [part, whole] = shares[key](counts)
      return shareOf(key, part, whole)
    }),
  ]
}

const isFew = (n: number): boolean => n > 0 && n < leastShown

/** @param value the number itself */
const figure = (key: FigureKey, value: number, of: number): Figure =>
  isFew(of) ? { key, value: null, of: null, bound: 'exact' } : { key, value, of, bound: 'exact' }

/**
 * A share to the whole percent. Where one to four stand on its small side, only what it would be with four is said: how
 * many gave a bad grade in a small place is theirs to know.
 */
function shareOf(key: FigureKey, part: number, whole: number): Figure {
  if (whole === 0) return { key, value: null, of: 0, bound: 'exact' }
  if (isFew(whole)) return { key, value: null, of: null, bound: 'exact' }
  const most = leastShown - 1
  if (isFew(whole - part))
    return { key, value: Math.floor((100 * (whole - most)) / whole) / 100, of: whole, bound: 'at_least' }
  if (isFew(part)) return { key, value: Math.ceil((100 * most) / whole) / 100, of: whole, bound: 'at_most' }
  return { key, value: Math.round((100 * part) / whole) / 100, of: whole, bound: 'exact' }
}

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (total, each) =>
      Object.fromEntries(
        Object.entries(total).map(([name, n]) => [name, n + each[name as keyof Counts]]),
      ) as unknown as Counts,
    nothing,
  )
