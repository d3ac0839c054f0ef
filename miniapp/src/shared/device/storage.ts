import Taro from '@tarojs/taro'

const prefix = 'linli.'

/** What a device with full or forbidden storage could not keep: it lasts as long as the page. */
const here = new Map<string, string>()

/** Reads what `store` kept, or null. */
export function recall<T>(name: string): T | null {
  try {
    const text: unknown = here.get(prefix + name) ?? Taro.getStorageSync(prefix + name)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

export function store(name: string, value: unknown) {
  const text = JSON.stringify(value)
  try {
    Taro.setStorageSync(prefix + name, text)
    here.delete(prefix + name)
  } catch {
    here.set(prefix + name, text)
  }
}

export function forget(name: string) {
  here.delete(prefix + name)
  try {
    Taro.removeStorageSync(prefix + name)
  } catch {
    // What cannot be written cannot hold it either.
  }
}

/** The names of everything that is kept and begins so. */
export function namesOf(start: string): string[] {
  let stored: string[] = []
  try {
    stored = Taro.getStorageInfoSync().keys
  } catch {
    // Storage that is forbidden holds nothing.
  }
  const keys = [...stored, ...here.keys()].filter((key) => key.startsWith(prefix + start))
  return [...new Set(keys)].map((key) => key.slice(prefix.length))
}

/** Forgets everything whose name begins so. */
export const forgetNamed = (start: string) => namesOf(start).forEach(forget)

/** Is this the device's own name of what `store` keeps as `name`? */
export const isKey = (key: string | null, name: string) => key === prefix + name
