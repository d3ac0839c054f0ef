import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchBrowser } from './browser'
import { testDatabase } from './database'
import { type Gate, gateTo } from './gate'
import { realProcess } from './process'
import { testRedis } from './redis'

/** The built app. */
export const h5 = fileURLToPath(new URL('../../miniapp/dist/h5', import.meta.url))

export interface Site {
  base: string
  browser: Browser
  /** For what a test has to arrange behind the app's back. */
  pool: pg.Pool
  /** A page of a person of their own, 390 px wide unless told otherwise; what it complains about fails the test. */
  visit(options?: BrowserContextOptions): Promise<Visit>
}

export interface Visit {
  page: Page
  /** Errors of the page itself and answers of 5xx, so far. */
  complaints: string[]
}

/** What `npm start` serves: the built app and both real processes over the seeded data. To be awaited at the top of a file. */
export async function site(): Promise<Site> {
  const [database, redis] = [await testDatabase('seeded'), await testRedis()]
  const urls = { databaseUrl: database.url, redisUrl: redis.url }
  const pictures = await mkdtemp(join(tmpdir(), 'linli-site-'))
  const settings = { LINLI_DEMO: '1', LINLI_FILES: pictures }
  const [web, worker, browser] = await Promise.all([
    realProcess('main', urls, { ...settings, LINLI_WEB: h5 }),
    realProcess('worker', urls, settings),
    launchBrowser(),
  ])
  await Promise.all([web.ready(), worker.ready()])
  afterAll(async () => {
    await browser.close()
    await Promise.all([web.stop(), worker.stop()])
    await rm(pictures, { recursive: true, force: true })
  })
  return { base: web.base, browser, pool: database.pool, visit: visitor(browser, web.base) }
}

/** The same behind a gate that a test can shut, as a network that is gone for everybody. */
export async function gatedSite(): Promise<Site & { gate: Gate }> {
  const open = await site()
  const gate = await gateTo(open.base)
  return { ...open, gate, base: gate.url, visit: visitor(open.browser, gate.url) }
}

/** Opens pages of what is served there. */
export const visitor =
  (browser: Browser, baseURL: string) =>
  async (options: BrowserContextOptions = {}): Promise<Visit> => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      baseURL,
      ...options,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('response', (response) => {
      if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
    })
    return { page, complaints }
  }

/** Signs in with one tap, and waits until the home page of their community is there. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByText(name, { exact: true }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await shown(page, '订场地').waitFor()
}

/** Opens 居民议事室 on the n-th day of its strip, with its times shown. */
export async function openRoom(page: Page, nth: number): Promise<void> {
  await page.goto('/rooms')
  await page.getByText('居民议事室', { exact: true }).first().click()
  await page.getByRole('radiogroup', { name: /日|天/ }).getByRole('radio').nth(nth).click()
  await page
    .getByRole('button', { name: /，空闲/ })
    .first()
    .waitFor()
}

/** From the room's day to the page where one tap sends the request: the first free time is picked. */
export async function fillRequest(page: Page, nth: number): Promise<void> {
  await openRoom(page, nth)
  await page
    .getByRole('button', { name: /，空闲/ })
    .first()
    .click()
  await toRequest(page)
}

/** From a chosen time to the page where one tap sends the request: what for and how many is chosen by the person. */
export async function toRequest(page: Page): Promise<void> {
  await page.getByText(/^预订.*–/).click()
  const purpose = shown(page, '居民会议')
  await purpose.waitFor()
  // What was chosen last time is still chosen.
  await purpose.click()
  await page.getByRole('radio', { name: '10 人', exact: true }).click()
  await shown(page, '提交申请').waitFor()
}

/** The first of what is really shown: pages that were left stay in the document, hidden. */
export const shown = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first()
