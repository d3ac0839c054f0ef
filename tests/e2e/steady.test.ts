/** Nothing jumps while a page's answers come (docs/design.md › Budgets): what is waited for has its place from the start. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openRoom, shown, signInAs, site } from '../support/site'

const { visit } = await site()

/** Adds up how far things move, from the first paint of every page on. */
const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const shifts = { total: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.total += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })

const shifted = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total)

/** Opens a page as if for the first time and lets no answer through before the page waits for it in its own way. */
async function openSlowly(page: Page, address: string): Promise<void> {
  // A page of the same origin that is not the app: nothing writes while the kept answers go.
  await page.goto('/docs')
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.includes('answer')) localStorage.removeItem(key)
  })
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/v1/**', async (route) => {
    await released
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'load' })
  await page.locator('[aria-busy=true]').filter({ visible: true }).first().waitFor()
  release()
  await page.waitForLoadState('networkidle')
  await page.unroute('**/v1/**')
}

test('the home page of somebody with something to come, and of somebody without', async () => {
  for (const [name, next] of [
    ['李秀英', /已确认|等待社区确认/],
    ['徐文斌', '还没有安排'],
  ] as const) {
    const { page } = await visit()
    await watchShifts(page)
    await signInAs(page, name)
    await openSlowly(page, '/')
    await shown(page, next).waitFor()
    expect(await shifted(page), name).toBe(0)
  }
})

test('rooms, a room, my matters, a case, the inbox', async () => {
  const { page } = await visit()
  await watchShifts(page)
  await signInAs(page, '李秀英')
  await openRoom(page, 11)
  const room = new URL(page.url())
  await page.goto('/cases')
  await shown(page, /已确认|等待社区确认/).click()
  await shown(page, '进度').waitFor()
  const one = new URL(page.url())
  for (const address of ['/rooms', room.href, '/cases', one.href, '/inbox']) {
    await openSlowly(page, address)
    expect(await shifted(page), address).toBe(0)
  }
})
