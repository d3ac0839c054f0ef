/** The main job, from a tap to a row and back: a resident books, staff confirm, the resident sees it. */
import { expect, test } from 'vitest'
import { fillRequest, shown, signInAs, site } from '../support/site'

const { visit } = await site()

test('a resident books a room, staff confirm it, the resident sees it', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  await fillRequest(page, 9)
  await page.getByText('提交申请').click()
  await shown(page, '等待社区确认').waitFor()
  // Who opens is told only once it is confirmed.
  const keeper = page.getByRole('button', { name: /^\S+ 154\d{8}$/ })
  expect(await keeper.count()).toBe(0)
  const number = await page
    .getByText(/^CD-\d{6}-\d{6}$/)
    .first()
    .innerText()
  const address = page.url()

  const staff = await visit({ viewport: { width: 1280, height: 800 } })
  await signInAs(staff.page, '杨春梅')
  const id = new URL(address).searchParams.get('id') ?? ''
  await staff.page.goto(`/desk/case?id=${id}`)
  await shown(staff.page, number).waitFor()
  await staff.page.getByRole('button', { name: '确认' }).first().click()
  await shown(staff.page, /撤回/).waitFor()

  await page.reload()
  await shown(page, '已确认').waitFor()
  await keeper.waitFor()
  expect([...complaints, ...staff.complaints]).toEqual([])
})

test('a slot that went to somebody else is refused with the nearest free times', async () => {
  const [first, second] = [await visit(), await visit()]
  await signInAs(first.page, '陈文斌')
  await signInAs(second.page, '张丽华')
  for (const { page } of [first, second]) await fillRequest(page, 10)
  await first.page.getByText('提交申请').click()
  await shown(first.page, '等待社区确认').waitFor()
  await second.page.getByText('提交申请').click()
  await shown(second.page, '这个时段刚被订走了，请换一个时间。').waitFor()
  expect(await second.page.getByText(/最近的空闲时间/).count()).toBe(1)
  expect([...first.complaints, ...second.complaints]).toEqual([])
})

test('without a network the list that was seen is still there, with its age', async () => {
  const { page, complaints } = await visit()
  await page.clock.install()
  await signInAs(page, '李秀英')
  await shown(page, '订场地').click()
  await shown(page, '居民议事室').waitFor()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await shown(page, '居民议事室').click()
  await shown(page, '现在没有网络').waitFor()
  await page.clock.fastForward('05:00')
  await page.goBack()
  await shown(page, '居民议事室').waitFor()
  await shown(page, /^没有网络，下面是 [5-9] 分钟前看到的$/).waitFor()
  expect(complaints).toEqual([])
})

test('a cancellation made without a network waits, is not offered again, and is sent', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '张丽华')
  await fillRequest(page, 11)
  await page.getByText('提交申请').click()
  await shown(page, '改主意了').waitFor()
  await page.context().setOffline(true)
  await shown(page, '改主意了').click()
  await shown(page, '确定取消').click()
  await shown(page, '取消预订已存好，网络恢复后会自动提交。').waitFor()
  expect(await page.getByText('改主意了').count()).toBe(0)
  await page.context().setOffline(false)
  await shown(page, '已取消，时段已空出。').waitFor()
  expect(complaints).toEqual([])
})
