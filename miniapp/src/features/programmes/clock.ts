const second = 1000
const minute = 60 * second

/** Time that passes unseen costs nothing; a timer of no length would spin. */
const shortest = 20

/**
 * How long until the countdown reads differently: each minute, in the last minute each second, and then the opening
 * itself to the instant. Past it, each half minute, for what else the page says about time.
 */
export function untilNextTick(now: number, opensAt: number): number {
  const left = opensAt - now
  if (left <= 0) return minute / 2
  const step = left <= minute ? second : minute
  return Math.max(shortest, left % step || step)
}

/** 3 天 2 小时, 2 小时 5 分, 12 分钟, 45 秒; what is left over is rounded up to the next minute or second. */
export function leftWords(ms: number): string {
  if (ms <= minute) return `${Math.max(1, Math.ceil(ms / second))} 秒`
  const minutes = Math.ceil(ms / minute)
  if (minutes < 60) return `${minutes} 分钟`
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  if (days > 0) return hours === 0 ? `${days} 天` : `${days} 天 ${hours} 小时`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}
