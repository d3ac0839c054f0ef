/** Several tabs of one browser are one person: they renew together, and what one does the others do. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createTokens } from '../../bff/src/platform/tokens'
import { testKeys } from '../support/keys'
import { shown, signInAs, site } from '../support/site'

const { pool, visit } = await site()
const tabCount = 4
const tries = 3

interface Kept {
  tokens: { accessToken: string; refreshToken: string }
}

const kept = (page: Page) =>
  page.evaluate(() => {
    const text = localStorage.getItem('linli.session')
    const data = text === null ? null : (JSON.parse(text) as { data?: string } | string)
    return data === null ? null : (JSON.parse(typeof data === 'string' ? data : (data.data ?? '')) as Kept)
  })

/** Makes the stored access token one of twenty minutes ago, as after a pause. */
async function letExpire(page: Page): Promise<string> {
  const was = (await kept(page))?.tokens.accessToken ?? ''
  const claims = Buffer.from(was.split('.')[1] ?? '', 'base64url').toString()
  const { sub, sid } = JSON.parse(claims) as { sub: string; sid: string }
  const past = { now: () => new Date(Date.now() - 20 * 60_000) }
  const old = createTokens(Buffer.from(testKeys.LINLI_TOKEN_KEY, 'base64'), past).access(sub, sid).token
  await page.evaluate(
    ([from, to]) => {
      const text = localStorage.getItem('linli.session') ?? ''
      localStorage.setItem('linli.session', text.replaceAll(from, to))
    },
    [was, old] as const,
  )
  return sid
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

async function tabsStayIn(locks: boolean): Promise<void> {
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  const context = page.context()
  if (!locks) await renewTogether(context)
  for (let n = 0; n < tries; n++) {
    const sid = await letExpire(page)
    const tabs = await Promise.all(Array.from({ length: tabCount }, () => context.newPage()))
    await Promise.all(tabs.map((tab) => tab.goto('/cases')))
    for (const tab of tabs) {
      await shown(tab, /已确认|等待社区确认/).waitFor()
      expect(await tab.getByText('请先登录').count()).toBe(0)
    }
    const { rows } = await pool.query<{ revoked: boolean; generation: number }>(
      'SELECT revoked_at IS NOT NULL AS revoked, generation FROM sessions WHERE id = $1',
      [sid],
    )
    expect(rows).toEqual([{ revoked: false, generation: n + 1 }])
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
