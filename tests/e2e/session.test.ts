/** What the app does when a session or the network ends in the middle of things. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createTokens } from '../../bff/src/platform/tokens'
import { testKeys } from '../support/keys'
import { fillRequest, shown, signInAs, site, toRequest } from '../support/site'

const { base, pool, visit } = await site()
const expired = {
  status: 401,
  contentType: 'application/problem+json',
  body: JSON.stringify({ code: 'session_expired', title: '登录已过期，请重新登录。', status: 401 }),
}

const storedToken = (page: Page) =>
  page.evaluate(
    () => /"accessToken\\*":\\*"([^"\\]+)/.exec(JSON.stringify({ ...localStorage }).replace(/\\+/g, ''))?.[1],
  )

test('an expired session is refreshed once, under one key, even when the first answer is lost', async () => {
  const { page } = await visit()
  await signInAs(page, '李秀英')
  const before = await storedToken(page)
  const keys: (string | undefined)[] = []
  await page.route('**/v1/sessions/refresh', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    // The service has spent the token; the phone never hears of it.
    if (keys.length === 1) {
      await route.fetch()
      await route.abort()
    } else await route.continue()
  })
  const old = `Bearer ${before}`
  await page.route('**/v1/{cases,home}**', (route) =>
    route.request().headers().authorization === old ? route.fulfill(expired) : route.continue(),
  )
  await page.goto('/cases')
  await shown(page, /已确认|等待社区确认/).waitFor()
  await expect.poll(() => storedToken(page), { timeout: 10_000 }).not.toBe(before)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  expect(await page.getByText('请先登录').count()).toBe(0)
})

test('a session that really expired goes on by itself', async () => {
  const { page } = await visit()
  await signInAs(page, '李秀英')
  const before = (await storedToken(page)) ?? ''
  const { sub, sid } = JSON.parse(Buffer.from(before.split('.')[1] ?? '', 'base64url').toString()) as {
    sub: string
    sid: string
  }
  // The service's own token of this session, made twenty minutes ago.
  const past = { now: () => new Date(Date.now() - 20 * 60_000) }
  const old = createTokens(Buffer.from(testKeys.LINLI_TOKEN_KEY, 'base64'), past).access(sub, sid).token
  await page.evaluate(
    ([was, is]) => {
      for (const [key, value] of Object.entries(localStorage))
        localStorage.setItem(key, String(value).replaceAll(was, is))
    },
    [before, old] as const,
  )
  await page.goto('/cases')
  await shown(page, /已确认|等待社区确认/).waitFor()
  await expect.poll(() => storedToken(page), { timeout: 10_000 }).not.toBe(old)
  await page.goto('/me')
  await shown(page, '李秀英').waitFor()
})

test('logged out elsewhere: the page says so and leads to sign-in', async () => {
  const { page } = await visit()
  await signInAs(page, '陈文斌')
  const token = await storedToken(page)
  const ended = await fetch(`${base}/v1/sessions`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  })
  expect(ended.status).toBe(200)
  await page.goto('/inbox')
  await shown(page, '这台设备已退出登录，请重新登录。').waitFor()
  await shown(page, '去登录').click()
  await shown(page, '获取验证码').waitFor()
})

test('more of a list that did not come is said beside its button, and comes with a network', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  await pool.query(
    `INSERT INTO notices (id, event_key, account_id, case_id, kind, created_at, deliver_at, delivered_at)
     SELECT gen_random_uuid(), 'more/' || n, c.subject_id, c.id, 'booking_confirmed', now(), now(), now()
     FROM generate_series(1, 40) n, (SELECT c.id, c.subject_id FROM cases c JOIN accounts a ON a.id = c.subject_id
       WHERE a.demo_key = '10-resident' AND c.type = 'booking' LIMIT 1) c`,
  )
  await page.goto('/inbox')
  const more = page.getByRole('button', { name: '看更多' })
  await more.waitFor()
  const rows = page.getByText('居民议事室').or(page.getByText('已确认')).filter({ visible: true })
  const before = await rows.count()
  const said = shown(page, '刚才没有网络，后面的没有加载出来。连上网络后再点一次。')
  await page.context().setOffline(true)
  await more.click()
  await said.waitFor()
  const [words, button] = [await said.boundingBox(), await more.boundingBox()]
  expect(Math.abs((button?.y ?? 0) - (words?.y ?? 0))).toBeLessThan(100)
  expect(await rows.count()).toBe(before)
  expect(await page.getByText(/^没有网络，这是/).count()).toBe(0)
  await page.context().setOffline(false)
  await more.click()
  await expect.poll(() => rows.count()).toBeGreaterThan(before)
  expect(await said.count()).toBe(0)
  expect(complaints).toEqual([])
})

test('an address without a page says so and leads home', async () => {
  const { page, complaints } = await visit()
  for (const address of ['/nowhere', '/desk/nowhere?id=1', '/rooms/9', '/r/', '/%zz']) {
    await page.goto(address)
    await shown(page, address === '/r/' ? '打不开这张评价单' : '没有这个页面').waitFor()
  }
  await page.getByRole('button', { name: '回首页' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.locator('main').filter({ visible: true }).first().waitFor()
  await page.goto('/sign-in?to=%2Fnowhere')
  await page.getByText('李秀英', { exact: true }).click()
  await shown(page, '没有这个页面').waitFor()
  expect(complaints).toEqual([])
})

test('a request made without a network says so and is sent once when it is back', async () => {
  const { page } = await visit()
  await signInAs(page, '张丽华')
  await fillRequest(page, 12)
  let sent = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/bookings')) sent += 1
  })
  await page.context().setOffline(true)
  await page.getByText('提交申请').click()
  await shown(page, /没有网络，已存好/).waitFor()
  expect(sent).toBe(0)
  await page.context().setOffline(false)
  await shown(page, /网络恢复，已提交/).waitFor()
  // Loaded anew, the app looks again for what waits.
  await page.goto('/cases')
  await shown(page, '等待社区确认').waitFor()
  await page.waitForLoadState('networkidle')
  expect(sent).toBe(1)
})

test('a request that the service cannot decide holds up no other, and is tried again under its key', async () => {
  const { page } = await visit()
  await page.clock.install()
  await signInAs(page, '陈文斌')
  await fillRequest(page, 11)
  await page.context().setOffline(true)
  await page.getByText('提交申请').click()
  await shown(page, /没有网络，已存好/).waitFor()
  await page.getByRole('radiogroup', { name: /日|天/ }).getByRole('radio').nth(12).click()
  await shown(page, /^推荐 /).click()
  await toRequest(page)
  await page.getByText('提交申请').click()
  await expect
    .poll(() =>
      page
        .getByText(/没有网络，已存好：/)
        .filter({ visible: true })
        .count(),
    )
    .toBe(2)
  const keys: string[] = []
  await page.route('**/v1/bookings', async (route) => {
    const key = route.request().headers()['idempotency-key'] ?? ''
    keys.push(key)
    const broken = { code: 'internal_error', title: '服务出了问题，请稍后再试。', status: 500 }
    if (keys.length === 1) await route.fulfill({ status: 500, json: broken })
    else await route.continue()
  })
  await page.context().setOffline(false)
  await shown(page, /还没有提交成功，正在再试/).waitFor()
  await expect.poll(() => keys.length).toBe(2)
  expect(new Set(keys).size).toBe(2)
  // The other one is decided before the clock jumps, or its own time would run out.
  await shown(page, /网络恢复，已提交/).waitFor()
  await page.clock.fastForward(31_000)
  await expect.poll(() => keys.length).toBe(3)
  expect(keys[2]).toBe(keys[0])
  await expect
    .poll(() =>
      page
        .getByText(/还没有提交成功/)
        .filter({ visible: true })
        .count(),
    )
    .toBe(0)
})
