/** The calendar of a telephone subscribes to a private address; a booking is passed on without its person. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readFeed } from '../support/calendars'
import { postAs } from '../support/post-as'
import { fillRequest, shown, signInAs, site } from '../support/site'

const { base, visit } = await site()
const shots = process.env.LINLI_SHOTS
const shot = (page: Page, name: string) =>
  shots === undefined ? undefined : page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })

const addressOn = async (page: Page): Promise<string> =>
  (await page.locator('.calendar-link').filter({ visible: true }).innerText()).trim()
/** As a calendar asks, from wherever it is. */
const asked = async (address: string) => {
  const answer = await fetch(`${base}${new URL(address).pathname}`)
  return { status: answer.status, text: await answer.text() }
}

test('made, read by a calendar, renewed and given up, each by one tap', async () => {
  const { page, complaints } = await visit({ permissions: ['clipboard-read', 'clipboard-write'] })
  await signInAs(page, '李秀英')
  await page.goto('/me')
  await shown(page, '日历订阅').click()
  await shown(page, '要一个订阅地址').click()
  await shown(page, '只显示这一次，离开这一页就看不到了。').waitFor()
  const first = await addressOn(page)
  await shot(page, 'address')
  await shown(page, '复制地址').click()
  await shown(page, '地址已复制').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first)
  expect((await asked(first)).status).toBe(200)
  // It is shown once: whoever comes back finds that there is one, and not which.
  await page.reload()
  await shown(page, '正在使用').waitFor()
  expect(await page.content()).not.toContain(new URL(first).pathname)
  await shown(page, '换一个新地址').click()
  await shown(page, '换好了，旧地址马上不能用了').waitFor()
  const second = await addressOn(page)
  expect([(await asked(first)).status, (await asked(second)).status]).toEqual([404, 200])
  await shown(page, '停用').click()
  await shown(page, '停用了，旧地址不能用了').waitFor()
  expect((await asked(second)).status).toBe(404)
  await shown(page, '要一个订阅地址').waitFor()
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  for (const address of [first, second]) expect(kept).not.toContain(new URL(address).pathname)
  expect(complaints).toEqual([])
})

test('a telephone of Apple opens it by itself', async () => {
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1'
  const { page } = await visit({ userAgent })
  await signInAs(page, '张丽华')
  await page.goto('/me/calendar')
  await shown(page, '要一个订阅地址').click()
  const link = shown(page, '用这部手机的日历打开')
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe((await addressOn(page)).replace(/^https?:/, 'webcal:'))
})

test('a confirmed booking stands in it, and is passed on by its room, day and time alone', async () => {
  const [resident, staff] = [await visit(), await visit()]
  const { page } = resident
  await page.addInitScript(() => {
    const passed: unknown[] = []
    Object.assign(window, { passed })
    Object.defineProperty(navigator, 'share', {
      value: (card: unknown) => Promise.resolve(void passed.push(card)),
    })
  })
  await signInAs(page, '李秀英')
  await fillRequest(page, 8)
  await shown(page, '提交申请').click()
  await shown(page, '等待社区确认').waitFor()
  expect(await shown(page, '发给朋友').count()).toBe(0)
  const id = new URL(page.url()).searchParams.get('id') ?? ''
  await signInAs(staff.page, '杨春梅')
  expect((await postAs(staff.page, `/bookings/${id}/confirm`, {})).status).toBe(200)
  await page.reload()
  await shown(page, '发给朋友').waitFor()
  await shot(page, 'ticket')
  const number = /CD-\d{6}-\d{6}/.exec(await page.content())?.[0] ?? 'none'
  await shown(page, '发给朋友').click()
  const [card] = await page.evaluate(
    () => (window as unknown as { passed: { text: string; url: string }[] }).passed,
  )
  expect(card?.text).toMatch(/^\d+月\d+日 周. \d\d:\d\d–\d\d:\d\d，居民议事室（/)
  expect(card?.url).toMatch(/\/room\?id=[\da-f-]{36}&day=\d{4}-\d\d-\d\d$/)
  for (const own of [id, number, '李秀英', '居民会议']) expect(JSON.stringify(card)).not.toContain(own)
  // Whoever gets it, signed in or not, sees the room on that day.
  const friend = await visit()
  await friend.page.goto(card?.url ?? '')
  await shown(friend.page, '居民议事室').waitFor()

  await shown(page, '订阅日历').click()
  await shown(page, '要一个订阅地址').click()
  const entries = readFeed((await asked(await addressOn(page))).text)
  expect(entries.find(({ uid }) => uid === `${id}@linli`)).toMatchObject({ status: 'CONFIRMED' })
  expect([...resident.complaints, ...staff.complaints, ...friend.complaints]).toEqual([])
})
