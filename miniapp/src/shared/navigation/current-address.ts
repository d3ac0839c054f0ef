import Taro from '@tarojs/taro'

/** The address of the page that is open, to come back to after signing in. */
export function currentAddress(): string | undefined {
  const router = Taro.getCurrentInstance().router
  if (!router) return undefined
  const [path = ''] = router.path.split('?')
  const pairs = Object.entries(router.params).filter(
    ([name, value]) => value !== undefined && !/stamp/i.test(name),
  )
  const query = pairs
    .map(([name, value]) => `${name}=${encodeURIComponent(decoded(String(value)))}`)
    .join('&')
  return `${path.startsWith('/') ? path : `/${path}`}${query === '' ? '' : `?${query}`}`
}

/** A parameter as it was meant; platforms differ in whether they decode it. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
