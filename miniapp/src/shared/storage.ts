import Taro from '@tarojs/taro'

const prefix = 'linli.'

/** Reads what `store` kept, or null; a device with full or forbidden storage behaves like an empty one. */
export function recall<T>(name: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(prefix + name)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

export function store(name: string, value: unknown) {
  try {
    Taro.setStorageSync(prefix + name, JSON.stringify(value))
  } catch {
    // Full or forbidden storage costs comfort, not correctness.
  }
}

export function forget(name: string) {
  try {
    Taro.removeStorageSync(prefix + name)
  } catch {
    // As above.
  }
}

/** Forgets everything whose name begins so. */
export function forgetNamed(start: string) {
  try {
    for (const key of Taro.getStorageInfoSync().keys)
      if (key.startsWith(prefix + start)) Taro.removeStorageSync(key)
  } catch {
    // As above.
  }
}

/** Is this the device's own name of what `store` keeps as `name`? */
export const isKey = (key: string | null, name: string) => key === prefix + name
