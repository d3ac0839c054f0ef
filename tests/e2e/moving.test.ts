/** A booking gets another time or another room: by its person in one step, by staff with a reason, and for whoever has no telephone. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { postAs } from '../support/post-as'
import { fillRequest, openRoom, shown, signInAs, site } from '../support/site'

const { visit } = await site()
const idOf = (page: Page) => new URL(page.url()).searchParams.get('id') ?? ''

/** A resident asks for 居民议事室, which staff confirm. @returns the case's id */
async function request(page: Page, name: string, day: number): Promise<string> {
  await signInAs(page, name)
  await fillRequest(page, day)
  await shown(page, '提交申请').click()
  await shown(page, '等待社区确认').waitFor()
  return idOf(page)
}

/** From the ticket to another day of the strip, and the time proposed there. @returns the words of the new time */
async function chooseOther(page: Page, day: number): Promise<void> {
  await shown(page, '改时间').click()
  await shown(page, /^原来是 /).waitFor()
  await page
    .getByRole('button', { name: /，原来的时间$/ })
    .first()
    .waitFor()
  const days = page.getByRole('radiogroup', { name: '选一天' }).filter({ visible: true })
  await days.getByRole('radio').nth(day).click()
  await page
    .getByRole('button', { name: /^推荐 .*选它$/ })
    .filter({ visible: true })
    .click()
  await shown(page, /^改到(周|今天|明天|后天)/).click()
}

test('what nobody has agreed to yet moves at once; what is agreed is kept until staff agree again', async () => {
  const [resident, staff] = [await visit(), await visit()]
  const { page } = resident
  const id = await request(page, '李秀英', 8)
  await chooseOther(page, 9)
  await shown(page, '时段改好就为您留住，社区重新答复。原来的时间就空出来了。').waitFor()
  await shown(page, '确认改时间').click()
  await shown(page, '您改了时间').waitFor()
  await shown(page, '原来是').waitFor()

  await signInAs(staff.page, '杨春梅')
  expect((await postAs(staff.page, `/bookings/${id}/confirm`, {})).status).toBe(200)
  await page.reload()
  await shown(page, '已确认').waitFor()
  await chooseOther(page, 8)
  await shown(page, '社区同意之前，原来的时间一直给您留着。').waitFor()
  await shown(page, '申请改时间').click()
  await shown(page, /^您申请改到 .*，等社区答复。原来的时间还是您的。$/).waitFor()
  await shown(page, '看那件申请').click()
  await shown(page, /^这是改时间的申请。社区同意之前，原来的 .* 一直给您留着。$/).waitFor()
  const wish = idOf(page)
  expect((await postAs(staff.page, `/bookings/${wish}/confirm`, {})).status).toBe(200)
  await page.goto(`/case?id=${id}`)
  await shown(page, '已改时间').waitFor()
  expect([...resident.complaints, ...staff.complaints]).toEqual([])
})

test('a time that somebody else has is refused with free ones, and one tap takes one', async () => {
  const [resident, other] = [await visit(), await visit()]
  const { page } = resident
  await request(page, '陈文斌', 10)
  await shown(page, '改时间').click()
  await shown(page, /^原来是 /).waitFor()
  const days = page.getByRole('radiogroup', { name: '选一天' }).filter({ visible: true })
  await days.getByRole('radio').nth(11).click()
  await page
    .getByRole('button', { name: /，空闲/ })
    .filter({ visible: true })
    .first()
    .click()
  await shown(page, /^改到/).click()
  await shown(page, '确认改时间').waitFor()
  await request(other.page, '张丽华', 11)
  await shown(page, '确认改时间').click()
  await shown(page, '这个时段刚被订走了，请换一个时间。').waitFor()
  await page.getByRole('alert').getByRole('button', { name: /–/ }).first().click()
  await shown(page, '确认改时间').click()
  await shown(page, '您改了时间').waitFor()
  expect([...resident.complaints, ...other.complaints]).toEqual([])
})

test('the room that staff propose instead is taken by one tap, as it was asked for', async () => {
  const [resident, staff] = [await visit(), await visit({ viewport: { width: 1280, height: 844 } })]
  const id = await request(resident.page, '张丽华', 12)
  await signInAs(staff.page, '杨春梅')
  await staff.page.goto(`/desk/case?id=${id}`)
  await staff.page.getByRole('button', { name: '不同意', exact: true }).click()
  await staff.page.getByRole('radiogroup', { name: '推荐另一间（选填）' }).getByRole('radio').nth(1).click()
  await shown(staff.page, '场地要检修').click()
  await shown(staff.page, '发送').click()
  await shown(staff.page, /撤回/).waitFor()
  await resident.page.reload()
  await shown(resident.page, /^就订.*，同一时间$/).click()
  await resident.page.waitForURL((url) => url.searchParams.get('id') !== id)
  await shown(resident.page, /^(等待社区确认|已确认)$/).waitFor()
  expect([...resident.complaints, ...staff.complaints]).toEqual([])
})

test('staff move a booking with a reason, and book for whoever comes to the counter', async () => {
  const [resident, staff] = [await visit(), await visit({ viewport: { width: 1280, height: 844 } })]
  const id = await request(resident.page, '王建国', 13)
  const { page } = staff
  await signInAs(page, '杨春梅')
  await page.goto(`/desk/case?id=${id}`)
  await page.getByRole('button', { name: '改时间', exact: true }).click()
  await shown(page, '先改时间或场地').waitFor()
  await page.getByRole('button', { name: '几点开始增加' }).click()
  await shown(page, '已在电话里和您说好').click()
  await shown(page, '改好并告诉居民').click()
  await shown(page, /改了时间或场地$/).waitFor()
  await resident.page.reload()
  await shown(resident.page, '原来是').waitFor()

  await page.goto('/desk/book')
  await page.getByLabel('叫什么名字').fill('周奶奶')
  await page.getByRole('radiogroup', { name: '哪个场地' }).getByRole('radio').first().click()
  await page.getByRole('radiogroup', { name: '选一天' }).getByRole('radio').nth(5).click()
  await page.getByRole('button', { name: /^推荐 .*选它$/ }).click()
  await page.getByRole('radiogroup', { name: '用来做什么' }).getByRole('radio').first().click()
  await page.getByRole('radio', { name: '5 人', exact: true }).click()
  await page.getByRole('button', { name: /^订下/ }).click()
  await page.waitForURL(/\/desk\/case\?id=/)
  await shown(page, /^CD-\d{6}-\d{6}$/).waitFor()
  await shown(page, '已确认').waitFor()
  expect([...resident.complaints, ...staff.complaints]).toEqual([])
})

test('a room every week: each date is named before it is asked for, and all of it can be given up', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '王建国')
  await openRoom(page, 6)
  await page
    .getByRole('button', { name: /^推荐 .*选它$/ })
    .filter({ visible: true })
    .click()
  await shown(page, '每周都要用').click()
  await shown(page, '看看哪几周能订').waitFor()
  await page.getByRole('radio', { name: '居民会议' }).filter({ visible: true }).click()
  await page.getByRole('radio', { name: '5 人', exact: true }).filter({ visible: true }).click()
  await shown(page, '看看哪几周能订').click()
  await page.getByRole('button', { name: /^申请能订的 [1-4] 次$/ }).click()
  await shown(page, /^提交了 [1-4] 次，等社区答复$/).waitFor()
  await shown(page, '等待社区确认').click()
  await shown(page, /^第 1 周，一共 \d 周$/).waitFor()
  await shown(page, '整个系列都取消').click()
  await page.getByRole('dialog').getByRole('button', { name: '确定取消' }).click()
  await shown(page, /^已取消，时段已空出。$/).waitFor()
  expect(complaints).toEqual([])
})
