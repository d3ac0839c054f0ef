/** Several tabs of one browser are one person: they renew together, and what one does the others do. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createTokens } from '../../bff/src/platform/tokens'
import { testKeys } from '../support/keys'
import { shown, signInAs, site } from '../support/site'

const { pool, visit } = await site()
const tabCount = 4
const tries = 3

/** A page of the app's origin in which none of it runs: it reads and writes what is stored, and asks the service nothing. */
const still = '/still'

const stored = (page: Page) => page.evaluate(() => localStorage.getItem('linli.session') ?? '')

/** What one page has stored reaches the others a moment later, as each may be in a process of its own. */
const allHaveStored = (pages: readonly Page[], text: string) =>
  Promise.all(
    pages.map((page) => page.waitForFunction((t) => localStorage.getItem('linli.session') === t, text)),
  )

/** Waits until pages that have stored something beside each other have settled on what is stored. */
async function settled(pages: readonly Page[]): Promise<void> {
  while (new Set(await Promise.all(pages.map(stored))).size > 1);
}

/** The storage of Taro puts what the app stores into an envelope. */
const inEnvelope = z.looseObject({ data: z.string() })
const kept = z.looseObject({ tokens: z.looseObject({ accessToken: z.string() }) })

/** Makes the stored access token one of twenty minutes ago, as after a pause. @returns what is stored then, and whose */
async function letExpire(page: Page): Promise<{ text: string; sid: string }> {
  const envelope = inEnvelope.parse(JSON.parse(await stored(page)))
  const session = kept.parse(JSON.parse(envelope.data))
  const claims = Buffer.from(session.tokens.accessToken.split('.')[1] ?? '', 'base64url').toString()
  const { sub, sid } = JSON.parse(claims) as { sub: string; sid: string }
  const past = { now: () => new Date(Date.now() - 20 * 60_000) }
  session.tokens.accessToken = createTokens(Buffer.from(testKeys.LINLI_TOKEN_KEY, 'base64'), past).access(
    sub,
    sid,
  ).token
  const text = JSON.stringify({ ...envelope, data: JSON.stringify(session) })
  await page.evaluate((t) => localStorage.setItem('linli.session', t), text)
  return { text, sid }
}

/** Without Web Locks every tab sends its own renewal; they are let through together, so that they race. */
async function renewTogether(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })
  })
  let waiting: (() => void)[] = []
  await context.route('**/v1/sessions/refresh', async (route) => {
    await new Promise<void>((go) => {
      waiting.push(go)
      if (waiting.length < tabCount) return
      for (const each of waiting) each()
      waiting = []
    })
    await route.continue()
  })
}

const generationOf = async (sid: string): Promise<unknown> =>
  (
    await pool.query('SELECT revoked_at IS NOT NULL AS revoked, generation FROM sessions WHERE id = $1', [
      sid,
    ])
  ).rows

async function tabsStayIn(locks: boolean): Promise<void> {
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  const context = page.context()
  if (!locks) await renewTogether(context)
  await context.route(`**${still}`, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  // From here on the tabs alone are the app.
  await page.goto(still)
  for (let n = 0; n < tries; n++) {
    const tabs = await Promise.all(Array.from({ length: tabCount }, () => context.newPage()))
    await Promise.all(tabs.map((tab) => tab.goto(still)))
    const { text, sid } = await letExpire(page)
    await allHaveStored(tabs, text)
    await Promise.all(tabs.map((tab) => tab.goto('/cases')))
    for (const tab of tabs) {
      await shown(tab, /已确认|等待社区确认/).waitFor()
      expect(await tab.getByText('请先登录').count()).toBe(0)
    }
    const renewed = [{ revoked: false, generation: n + 1 }]
    // What was kept of the list may be shown before the renewal is answered.
    await expect.poll(() => generationOf(sid), { timeout: 15_000 }).toEqual(renewed)
    await settled([page, ...tabs])
    expect(await generationOf(sid)).toEqual(renewed)
    await Promise.all(tabs.map((tab) => tab.close()))
  }
  expect(complaints).toEqual([])
}

test('tabs that expire together are renewed by one of them', () => tabsStayIn(true))

test('where the browser has no Web Locks, tabs renew side by side and all stay in', () => tabsStayIn(false))

test('signing out in one tab reaches the others, and so does signing in as somebody else', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  const other = await page.context().newPage()
  await other.goto('/me')
  await shown(other, '李秀英').waitFor()
  await page.goto('/me')
  await page.getByText('退出登录').filter({ visible: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await shown(other, '登录后可以订场地、看办到哪一步。').waitFor()
  await signInAs(page, '王建国')
  await shown(other, '王建国').waitFor()
  expect(await other.getByText('李秀英').filter({ visible: true }).count()).toBe(0)
  expect(complaints).toEqual([])
})
