/** What a bar draws of a day: 08–21. */
const [first, last] = [8 * 60, 21 * 60]

const share = (minute: number): number =>
  Math.round(((Math.min(last, Math.max(first, minute)) - first) / (last - first)) * 1000) / 10

/** Where minutes of a day lie on the bar, in hundredths of its width. */
export const spanStyle = ([from = 0, to = 0]: readonly number[]) => ({
  left: `${share(from)}%`,
  width: `${Math.max(0, share(to) - share(from))}%`,
})

/** One gradient, however many times are free. */
export const freeGradient = (free: readonly (readonly number[])[]): string =>
  `linear-gradient(90deg,transparent 0,${free
    .map(([from = 0, to = 0]) => {
      const [left, right] = [`${share(from)}%`, `${share(to)}%`]
      return `transparent ${left},var(--free) ${left},var(--free) ${right},transparent ${right}`
    })
    .concat('transparent 100%')
    .join(',')})`
