import { describe, expect, test } from 'vitest'
import { createCache } from '../../../bff/src/platform/cache'
import { createLocalCounter } from '../../../bff/src/platform/rate-limit'
import { testClock } from '../../support/app'

/** A load that counts itself and ends when it is told to. */
function loader() {
  const waiting: { resolve: (value: string) => void; reject: (error: Error) => void }[] = []
  return {
    waiting,
    load: () => new Promise<string>((resolve, reject) => void waiting.push({ resolve, reject })),
  }
}

describe('the cache', () => {
  test('loads once for all who ask at the same time', async () => {
    const cache = createCache(testClock())
    const { waiting, load } = loader()
    const answers = [1, 2, 3].map(() => cache.get('a', 1_000, load))
    expect(waiting).toHaveLength(1)
    waiting[0]?.resolve('one')
    expect(await Promise.all(answers)).toEqual(['one', 'one', 'one'])
  })

  test('keeps until the time is over, not longer', async () => {
    const clock = testClock()
    const cache = createCache(clock)
    let loads = 0
    const get = () => cache.get('a', 1_000, () => Promise.resolve(++loads))
    const start = clock.now().getTime()
    expect(await get()).toBe(1)
    clock.set(new Date(start + 999))
    expect(await get()).toBe(1)
    clock.set(new Date(start + 1_000))
    expect(await get()).toBe(2)
  })

  test('tells a failure to whoever asked, and does not remember it', async () => {
    const cache = createCache(testClock())
    const { waiting, load } = loader()
    const [first, second] = [cache.get('a', 1_000, load), cache.get('a', 1_000, load)]
    waiting[0]?.reject(new Error('away'))
    await expect(first).rejects.toThrow('away')
    await expect(second).rejects.toThrow('away')
    expect(await cache.get('a', 1_000, () => Promise.resolve('back'))).toBe('back')
  })

  test('a late failure does not throw out what was loaded after it', async () => {
    const cache = createCache(testClock())
    const { waiting, load } = loader()
    const first = cache.get('a', 1_000, load)
    cache.drop('a')
    const second = cache.get('a', 1_000, load)
    waiting[1]?.resolve('new')
    waiting[0]?.reject(new Error('old'))
    await expect(first).rejects.toThrow('old')
    expect(await second).toBe('new')
    expect(await cache.get('a', 1_000, load)).toBe('new')
  })

  test('drops one key when told, and keys do not share', async () => {
    const cache = createCache(testClock())
    let loads = 0
    const get = (key: string) => cache.get(key, 1_000, () => Promise.resolve(`${key}${++loads}`))
    expect([await get('a'), await get('b')]).toEqual(['a1', 'b2'])
    cache.drop('a')
    expect([await get('a'), await get('b')]).toEqual(['a3', 'b2'])
  })

  test('throws out the oldest when it is full', async () => {
    const cache = createCache(testClock(), 2)
    const loaded: string[] = []
    const get = (key: string) => cache.get(key, 1_000, () => Promise.resolve(loaded.push(key)))
    for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await get(key)
    expect(loaded).toEqual(['a', 'b', 'c', 'a'])
  })
})

describe('the counter of one process', () => {
  test('counts each key by itself', () => {
    const count = createLocalCounter()
    expect([count('a'), count('a'), count('b'), count('a')]).toEqual([1, 2, 1, 3])
  })

  test('forgets rather than grows, which only ever allows more', () => {
    const count = createLocalCounter(2)
    expect([count('a'), count('a'), count('b')]).toEqual([1, 2, 1])
    expect(count('c')).toBe(1)
    expect(count('a')).toBe(1)
  })
})
