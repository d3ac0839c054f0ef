/** Somebody registers in three screens, over a reload in between; staff verify them and write down a paper; they change their times. */
import { expect, test } from 'vitest'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

test('from the services page to a verified volunteer with a paper', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  await page.goto('/services')
  await shown(page, '志愿服务').click()
  await shown(page, '做志愿者').click()
  await page.getByRole('checkbox', { name: '陪看病取药' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('checkbox', { name: '周三下午' }).click()
  await shown(page, '本乡镇街道').click()
  await page.reload()
  await page.getByRole('checkbox', { name: '周三下午', checked: true }).waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  await shown(page, '我本人，已满 18 周岁').click()
  await page.getByRole('button', { name: '同意并登记' }).click()
  await shown(page, '等社区核实').waitFor()
  const id = new URL(page.url()).searchParams.get('id') ?? ''

  const desk = await visit({ viewport: { width: 1280, height: 844 } })
  await signInAs(desk.page, '杨春梅')
  await desk.page.goto(`/desk/case?id=${id}`)
  await desk.page.getByRole('button', { name: '看过证件，核实' }).click()
  await desk.page.getByRole('button', { name: '看过了，核实' }).click()
  await desk.page.getByRole('button', { name: '登记证件' }).click()
  await shown(desk.page, '急救证').click()
  await desk.page.locator('#paper-until').fill('2027-05-01')
  await desk.page.getByRole('button', { name: '登记证件' }).last().click()
  await shown(desk.page, '急救证，到2027年5月1日').waitFor()

  await page.reload()
  await shown(page, '您是志愿者了，谢谢您。').waitFor()
  await shown(page, '急救证，到2027年5月1日').waitFor()
  await shown(page, '改能做的事和时间').click()
  await page.getByRole('checkbox', { name: '周日晚上' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await shown(page, '周三下午，周日晚上').waitFor()
  await page.goto('/volunteer/join')
  await shown(page, '您已经登记过了').waitFor()
  expect([...complaints, ...desk.complaints]).toEqual([])
})
