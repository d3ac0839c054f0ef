/** Somebody asks for a hand; staff read it on record and say who comes; whoever asked reads it. */
import { expect, test } from 'vitest'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

test('from the form to who comes, over a reload in between', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  await page.goto('/services')
  await shown(page, '找人帮').click()
  await shown(page, '急救').waitFor()
  await shown(page, '送饭做饭').click()
  await page.locator('#need-wish').fill('老伴住院，中午想请人送一顿饭')
  await shown(page, '明天').click()
  await page.reload()
  await page.getByRole('radio', { name: '送饭做饭', checked: true }).waitFor()
  expect(await page.locator('#need-wish').inputValue()).toBe('老伴住院，中午想请人送一顿饭')
  await page.getByRole('button', { name: '请社区帮忙' }).click()
  await shown(page, '等社区安排').waitFor()
  const id = new URL(page.url()).searchParams.get('id') ?? ''

  const desk = await visit({ viewport: { width: 1280, height: 844 } })
  await signInAs(desk.page, '杨春梅')
  await desk.page.goto(`/desk/case?id=${id}`)
  await desk.page.getByRole('button', { name: '定人和时间' }).waitFor()
  expect(await shown(desk.page, '老伴住院').count()).toBe(0)
  await desk.page.getByRole('button', { name: '查看内容和地点' }).click()
  await shown(desk.page, /老伴住院/).waitFor()
  await desk.page.getByRole('button', { name: '定人和时间' }).click()
  await desk.page.locator('#need-helper').fill('志愿者小赵')
  await desk.page.locator('#need-from').fill('11:30')
  await desk.page.locator('#need-to').fill('12:30')
  await desk.page.getByRole('button', { name: '定人和时间' }).last().click()
  await shown(desk.page, '约好了').waitFor()

  await page.reload()
  await shown(page, /志愿者小赵 明天 11:30–12:30 来帮您/).waitFor()
  expect([...complaints, ...desk.complaints]).toEqual([])
})

test('a son asks for his mother; staff read for whom, and whom to call', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '陈文斌')
  await page.goto('/need/new')
  await page.getByRole('radio', { name: '家里人' }).click()
  await page.getByRole('radio', { name: '父母' }).click()
  await page.locator('#need-name').fill('王桂芳')
  await shown(page, '陪看病取药').click()
  await page.locator('#need-wish').fill('腿脚不便，要人陪去拿药')
  await page.getByRole('button', { name: '请社区帮忙' }).click()
  await shown(page, '父母 · 王桂芳').waitFor()
  const id = new URL(page.url()).searchParams.get('id') ?? ''

  const desk = await visit({ viewport: { width: 1280, height: 844 } })
  await signInAs(desk.page, '杨春梅')
  await desk.page.goto(`/desk/case?id=${id}`)
  await shown(desk.page, '亲友提的，替父母').waitFor()
  expect(await shown(desk.page, '王桂芳').count()).toBe(0)
  await desk.page.getByRole('button', { name: '查看联系方式' }).click()
  await shown(desk.page, '代办的亲友').waitFor()
  await shown(desk.page, '陈文斌').waitFor()
  expect([...complaints, ...desk.complaints]).toEqual([])
})

test('staff write down what is said at the counter', async () => {
  const { page, complaints } = await visit({ viewport: { width: 1280, height: 844 } })
  await signInAs(page, '杨春梅')
  await page.goto('/desk/needs/new')
  await page.getByRole('button', { name: '记下，安排人' }).waitFor()
  await page.locator('#need-name').fill('李大爷')
  await page.getByRole('radio', { name: '到社区来说的' }).click()
  await shown(page, '送饭做饭').click()
  await page.locator('#need-wish').fill('老伴住院，中午要一顿饭')
  await page.getByRole('button', { name: '记下，安排人' }).click()
  await shown(page, '到社区来说的').waitFor()
  await page.getByRole('button', { name: '定人和时间' }).waitFor()
  expect(complaints).toEqual([])
})
