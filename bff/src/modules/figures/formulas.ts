/**
 * Every formula of the public figures, and no other place has one. Names and order are those of PRODUCT.md › Ratings
 * (after GB/T 39735, 政务服务“好差评”). All of them count finished cases, each with one answer at most.
 *
 * A case counts in the month in which it was rated, or in which its time for rating ran out. A follow-up counts in the
 * month in which it ended, at the latest in that of its hard stop, by what had been done until then. So a month that is
 * over does not change any more.
 */
import { leastShown } from '@linli/contracts/common'
import { type Figure, type FigureKey, figureKey } from '@linli/contracts/figures'
import { stepOf } from '../../platform/steps'

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

/** Of a share: how many it is of, and those of them who are said in steps, as `counted` (the share) or as its rest. */
interface Share {
  whole: number
  stepped: number
  side: 'counted' | 'rest'
}

/** Key → its share. What is stepped is what may be few: bad grades, cases that were passed over. */
const shares: Record<Exclude<FigureKey, 'ratings' | 'unrated'>, (c: Counts) => Share> = {
  /** 好评率: the three upper grades of all ratings. */
  good: (c) => ({ whole: c.rated, stepped: c.rated - c.good, side: 'rest' }),
  /** 主动评价率: ratings given before the invitation, of all ratings. Nobody is rated by default here. */
  unprompted: (c) => ({ whole: c.rated, stepped: c.unprompted, side: 'counted' }),
  /** 差评回复率: bad ratings whose giver was reached, of all bad ratings that count. */
  answered: (c) => ({ whole: c.followed, stepped: c.followed - c.answered, side: 'rest' }),
  /** 回访整改率: put right and called back, of all bad ratings that count. */
  rectified: (c) => ({ whole: c.followed, stepped: c.followed - c.rectified, side: 'rest' }),
  /** 整改满意率: satisfied, of all second verdicts. */
  content: (c) => ({ whole: c.verdicts, stepped: c.verdicts - c.content, side: 'rest' }),
}

/**
 * The figures of some counts, in the order of the page. Behind every share stand at least `leastShown` cases, or it is not
 * shown (of as many people: that is looked at where blocks are released); where there is nobody at all `of` is 0.
 */
export const figuresOf = (counts: Counts): Figure[] =>
  figureKey.options.map((key) => {
    if (key === 'ratings') return numberOf(counts.rated)
    if (key === 'unrated') return unratedOf(counts)
    return { key, ...shareOf(shares[key](counts)) }
  })

const isFew = (n: number): boolean => n > 0 && n < leastShown
const hidden = { low: null, high: null, of: null }

const numberOf = (n: number): Figure => ({
  key: 'ratings',
  ...(isFew(n) ? hidden : { low: n, high: n, of: n }),
})

/** To the whole percent. */
const hundredths = (part: number, whole: number): number => Math.round((100 * part) / whole) / 100

function shareOf({ whole, stepped, side }: Share): Omit<Figure, 'key'> {
  if (whole === 0) return { low: null, high: null, of: 0 }
  if (isFew(whole)) return hidden
  const { least, most } = stepOf(stepped, whole)
  const [low, high] = side === 'counted' ? [least, most] : [whole - most, whole - least]
  return { low: hundredths(low, whole), high: hundredths(high, whole), of: whole }
}

/**
 * 未评率: cases whose time ran out, of all that were rated or ran out. As the ratings are said exactly, how many it is of
 * would tell exactly how many ran out.
 */
function unratedOf({ rated, lapsed }: Counts): Figure {
  if (rated + lapsed === 0) return { key: 'unrated', low: null, high: null, of: 0 }
  if (isFew(rated) || isFew(rated + lapsed)) return { key: 'unrated', ...hidden }
  const { least, most } = stepOf(lapsed, Infinity)
  return {
    key: 'unrated',
    low: hundredths(least, rated + least),
    high: hundredths(most, rated + most),
    of: null,
  }
}

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (total, each) =>
      Object.fromEntries(
        Object.entries(total).map(([name, n]) => [name, n + each[name as keyof Counts]]),
      ) as unknown as Counts,
    nothing,
  )
