/** A room is closed with an answer for every booking that lies there, taken at once in need, and given back. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillRequest, shown, signInAs, site } from '../support/site'

const { visit, pool } = await site()

const oneRoom = async () => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT r.id FROM rooms r JOIN facilities f ON f.id = r.facility_id
     WHERE r.name = '居民议事室' AND f.community_code = '532301101001'`,
  )
  return rows[0]?.id ?? ''
}
const dayIn = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** A resident asks for the room on a day. @returns its page's address */
async function request(page: Page, name: string, day: number): Promise<string> {
  await signInAs(page, name)
  await fillRequest(page, day)
  await shown(page, '提交申请').click()
  await shown(page, '等待社区确认').waitFor()
  return page.url()
}

async function plan(page: Page, day: string, reason: string): Promise<void> {
  await shown(page, '安排一次关闭').click()
  await page.getByLabel('开始日期').fill(day)
  await page.getByLabel('开始时间').fill('06:00')
  await page.getByLabel('结束时间').fill('23:00')
  await page.getByRole('radio', { name: reason, exact: true }).click()
}

test('every booking that is met gets an answer, one by one, before the room closes', async () => {
  const [one, staff] = [await visit(), await visit()]
  const { page } = staff
  await request(one.page, '李秀英', 9)
  await signInAs(page, '杨春梅')
  await page.goto(`/room/closures?id=${await oneRoom()}`)
  await plan(page, dayIn(9), '设备检修')
  await shown(page, '看看碰上哪些预订').click()
  await shown(page, /^碰上 \d+ 场预订，每场定一下$/).waitFor()
  const groups = page.getByRole('radiogroup', { name: /的预订怎么办$/ })
  const count = await groups.count()
  expect(await groups.locator('[aria-checked=true]').count()).toBe(0)
  await shown(page, `还有 ${count} 场没定`).waitFor()
  for (let n = 0; n < count; n++) await groups.nth(n).getByRole('radio', { name: '取消并道歉' }).click()
  await shown(page, '关闭这段时间').click()
  await shown(page, `取消并道歉 ${count} 场。已经通知订的人。`).waitFor()
  await one.page.reload()
  await shown(one.page, /很抱歉，这个时间场地用不了：设备检修/).waitFor()
  expect([...one.complaints, ...staff.complaints]).toEqual([])
})

test('all go where they fit by one tap', async () => {
  const [one, staff] = [await visit(), await visit({ viewport: { width: 1280, height: 844 } })]
  const { page } = staff
  await request(one.page, '陈文斌', 10)
  await signInAs(page, '杨春梅')
  await page.goto(`/room/closures?id=${await oneRoom()}`)
  await plan(page, dayIn(10), '大扫除')
  await shown(page, '看看碰上哪些预订').click()
  await shown(page, '都换到合适的场地').click()
  const groups = page.getByRole('radiogroup', { name: /的预订怎么办$/ })
  for (let n = 0; n < (await groups.count()); n++)
    if ((await groups.nth(n).locator('[aria-checked=true]').count()) === 0)
      await groups.nth(n).getByRole('radio', { name: '保留' }).click()
  await shown(page, '关闭这段时间').click()
  await shown(page, /换了场地 \d+ 场/).waitFor()
  await one.page.reload()
  await shown(one.page, '原来是').waitFor()
  expect([...one.complaints, ...staff.complaints]).toEqual([])
})

test('a room is taken at once, given back earlier, and a whole series opens again', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '杨春梅')
  await page.goto(`/room/closures?id=${await oneRoom()}`)
  await shown(page, '紧急征用').click()
  await page.getByLabel('结束日期').fill(dayIn(1))
  await page.getByLabel('结束时间').fill('12:00')
  await page.getByRole('radio', { name: '临时避险' }).click()
  await shown(page, '马上征用').click()
  await page.getByRole('dialog').getByRole('button', { name: '马上征用' }).click()
  await shown(page, '已征用').waitFor()
  await shown(page, '看安排的关闭').click()
  await shown(page, '临时避险').click()
  await page.getByLabel('用到哪天').fill(dayIn(1))
  await page.getByLabel('用到几点').fill('08:00')
  await shown(page, '提前还回来').click()
  await shown(page, /08:00$/).waitFor()
  await shown(page, '临时避险').click()
  await shown(page, '现在就还回来').click()
  await page.getByRole('dialog').getByRole('button', { name: '重新开放' }).click()
  await expect.poll(() => shown(page, '临时避险').count()).toBe(0)

  await plan(page, dayIn(200), '社区活动')
  await page.getByRole('switch', { name: '每周都这样' }).click()
  await shown(page, '看看碰上哪些预订').click()
  await shown(page, '没有碰上预订').waitFor()
  await shown(page, '关闭这段时间').click()
  await shown(page, '已关闭 2 段').waitFor()
  await shown(page, '看安排的关闭').click()
  await shown(page, '社区活动').click()
  await shown(page, '整个系列重新开放').click()
  await page.getByRole('dialog').getByRole('button', { name: '重新开放', exact: true }).click()
  await expect.poll(() => shown(page, '社区活动').count()).toBe(0)
  expect(complaints).toEqual([])
})
