/** Between which two ends a share lies, both in 0…1. */
export interface Share {
  low: number
  high: number
}

export const percent = (part: number) => Math.round(part * 100)

/** Not said to the percent. */
export const isRough = ({ low, high }: Share): boolean => percent(low) !== percent(high)

/** 96%, or 93%～97%, 93% 以上, 7% 以下 where it is not said more exactly. */
export function shareWords(share: Share): string {
  const [low, high] = [percent(share.low), percent(share.high)]
  if (!isRough(share)) return `${low}%`
  if (low === 0 && high < 100) return `${high}% 以下`
  if (high === 100 && low > 0) return `${low}% 以上`
  return `${low}%～${high}%`
}
