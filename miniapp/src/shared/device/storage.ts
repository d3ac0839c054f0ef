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

/** Forgets everything whose name begins so. */
export function forgetNamed(start: string) {
  for (const key of here.keys()) if (key.startsWith(prefix + start)) here.delete(key)
  try {
    for (const key of Taro.getStorageInfoSync().keys)
      if (key.startsWith(prefix + start)) Taro.removeStorageSync(key)
  } catch {
    // As above.
  }
}

/** Is this the device's own name of what `store` keeps as `name`? */
export const isKey = (key: string | null, name: string) => key === prefix + name
