export type Data = Record<string, unknown>

/** Sets `root.cn.[0].v` and the like, as WeChat's setData does. */
export function put(root: Data, key: string, value: unknown) {
  const steps = key.replace(/\.?\[(\d+)\]/g, '.$1').split('.')
  const last = steps.pop() as string
  let place = root
  for (const [i, step] of steps.entries()) {
    const next = place[step]
    if (typeof next !== 'object' || next === null) place[step] = /^\d+$/.test(steps[i + 1] ?? last) ? [] : {}
    place = place[step] as Data
  }
  place[last] = value
}
