/** The main job, from a tap to a row and back: a resident books, staff confirm, the resident sees it. */
import { expect, test } from 'vitest'
import { openRoom, shown, signInAs, site } from '../support/site'

const { visit } = await site()

test('a resident books a room, staff confirm it, the resident sees it', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  await openRoom(page, 9)
  await page
    .getByRole('button', { name: /，空闲/ })
    .first()
    .click()
  await page.getByText(/^预订.*–/).click()
  await page.getByText('提交申请').click()
  await shown(page, '等待社区确认').waitFor()
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
  await expect(shown(page, /开门/).innerText()).resolves.toContain('开门')
  expect([...complaints, ...staff.complaints]).toEqual([])
})

test('a slot that went to somebody else is refused with the nearest free times', async () => {
  const [first, second] = [await visit(), await visit()]
  await signInAs(first.page, '陈文斌')
  await signInAs(second.page, '张丽华')
  for (const { page } of [first, second]) {
    await openRoom(page, 10)
    await page
      .getByRole('button', { name: /，空闲/ })
      .first()
      .click()
    await page.getByText(/^预订.*–/).click()
    await page.getByText('提交申请').waitFor()
  }
  await first.page.getByText('提交申请').click()
  await shown(first.page, '等待社区确认').waitFor()
  await second.page.getByText('提交申请').click()
  await shown(second.page, '这个时段刚被别人订走了，请换一个时间。').waitFor()
  expect(await second.page.getByText(/最近的空闲时间/).count()).toBe(1)
})

test('without a network the list that was seen is still there, with its age', async () => {
  const { page } = await visit()
  await signInAs(page, '李秀英')
  await shown(page, '订场地').click()
  await shown(page, '居民议事室').waitFor()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await shown(page, '居民议事室').click()
  await shown(page, /网络/).waitFor()
  await page.goBack()
  await shown(page, '居民议事室').waitFor()
})
