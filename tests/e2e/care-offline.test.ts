/** The roll call goes on without a network, over a reload, on a carer's phone and on the shared tablet; nobody else reads on. */
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import {
  enterTablet,
  isSentOnce,
  marksKept,
  namesOf,
  noNetwork,
  openCare,
  pageIsKept,
  sessionNow,
  storedOn,
  tabletOf,
  typePin,
} from '../support/care-pages'
import { gatedSite, shown, signInAs } from '../support/site'

const { pool, visit, gate } = await gatedSite()
const pin = '483920'

beforeEach(() => {
  gate.open()
  return sessionNow(pool)
})

/** Without a network, over a reload: one child is marked, and the mark is there once when the network is back. */
async function marksOffline(page: Page): Promise<void> {
  const before = await marksKept(pool)
  const back = await noNetwork(page, gate)
  await page.reload()
  const unseen = page.getByRole('group', { name: /还没到$/ }).first()
  await unseen.getByRole('button', { name: / 到$/ }).click()
  await shown(page, /已记下 1 条/).waitFor()
  await page.reload()
  await shown(page, /已记下 1 条/).waitFor()
  expect(await marksKept(pool)).toBe(before)
  await back()
  await isSentOnce(page, pool, before)
}

/** What the worker has put away, by its path. */
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        paths.push(`${name} ${new URL(url).pathname}`)
    return paths
  })

test('a carer marks a child without a network, over a reload, and the mark is there once', async () => {
  const { page } = await visit()
  await signInAs(page, '周小燕')
  await openCare(page)
  await marksOffline(page)
})

test('the tablet does, too', async () => {
  const { page } = await tabletOf(visit, { staff: '杨春梅', carer: '周小燕', pin })
  await pageIsKept(page)
  await marksOffline(page)
})

test('the worker keeps the files of the app alone, for its two pages alone, and throws old ones away', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '周小燕')
  await openCare(page)
  for (const path of await keptPaths(page))
    expect(path).toMatch(/^linli-care-1 (\/|\/static\/(js|css|drawings)\/[\w.~-]+\.(js|css|svg))$/)
  await page.evaluate(async () => {
    await (await caches.open('linli-care-0')).put('/', new Response('old'))
    await (await caches.open('linli-care-1')).put('/static/js/old.00000000.js', new Response('old'))
    for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister()
  })
  await openCare(page)
  await page.waitForFunction(async () => !(await caches.keys()).includes('linli-care-0'))
  expect(await keptPaths(page)).not.toContain('linli-care-1 /static/js/old.00000000.js')
  await page.context().setOffline(true)
  await expect(page.goto('/cases')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  expect(complaints).toEqual([])
})

test('whoever signs in next on the device finds nothing of the children, with and without a network', async () => {
  const { page } = await visit()
  await signInAs(page, '周小燕')
  await openCare(page)
  // A child may bear the name of who comes next.
  const names = (await namesOf(page)).filter((name) => name !== '李秀英')
  expect(names.length).toBeGreaterThan(1)
  expect(await storedOn(page)).toContain(names[0])
  await page.goto('/me')
  await shown(page, '退出登录').click()
  await signInAs(page, '李秀英')
  await page.goto('/care')
  await shown(page, '您今天不当班').waitFor()
  await noNetwork(page, gate)
  await page.reload()
  await shown(page, '今日看护').waitFor()
  await page.waitForFunction(() => document.body.innerText.length > 20)
  const seen = (await page.locator('body').innerText()) + (await storedOn(page))
  for (const name of names) expect(seen).not.toContain(name)
})

test('a tablet that nobody touches locks, keeps no name on the device, and opens by the PIN without a network', async () => {
  const clockVisit = async () => {
    const made = await visit()
    await made.page.clock.install()
    return made
  }
  const { page } = await tabletOf(clockVisit, { staff: '杨春梅', carer: '周小燕', pin })
  await pageIsKept(page)
  const names = await namesOf(page)
  const first = names[0] ?? ''
  // Twice two thirds of the time, with a touch in between, and then all of it.
  for (let n = 0; n < 2; n++) {
    await page.keyboard.press('Shift')
    await page.clock.fastForward(80_000)
    await shown(page, first).waitFor()
  }
  await page.keyboard.press('Shift')
  await page.clock.fastForward(121_000)
  await shown(page, /已锁上/).waitFor()
  const nothing = async () => {
    const seen = (await page.locator('body').innerText()) + (await storedOn(page))
    for (const name of names) expect(seen).not.toContain(name)
  }
  await nothing()
  const back = await noNetwork(page, gate)
  await typePin(page, '111222')
  await shown(page, /口令不对/).waitFor()
  await nothing()
  await typePin(page, pin)
  await shown(page, first).waitFor()
  await page.clock.fastForward(125_000)
  await shown(page, /已锁上/).waitFor()
  await page.reload()
  await shown(page, /网络/).waitFor()
  await nothing()
  await back()
  await page.reload()
  await enterTablet(page, '周小燕', pin)
})
