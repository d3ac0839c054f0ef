/** Staff see the building, open what takes a room, and go to another day; who watches sees it, too. */
import { expect, test } from 'vitest'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

test('from the board to a case and back, by week and by day, with keys', async () => {
  const { page, complaints } = await visit({ viewport: { width: 1280, height: 844 } })
  await signInAs(page, '杨春梅')
  await page.goto('/desk/board')
  await shown(page, '多功能活动厅').waitFor()
  await page.getByRole('radio', { name: '周', exact: true }).click()
  await page
    .getByRole('button', { name: /多功能活动厅，.*场$/ })
    .last()
    .click()
  const block = page.getByRole('link', { name: /多功能活动厅，.*人，(已确认|等确认|已超时)/ }).first()
  await block.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/case\?id=/)
  await page.goBack()
  await shown(page, '多功能活动厅').waitFor()
  expect(complaints).toEqual([])
})

test('a township sees the rooms below it, and that it only watches', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '马国庆')
  await page.goto('/desk/board')
  await shown(page, '您在看下级的场地，不能在这里改。').waitFor()
  await shown(page, '多功能活动厅').waitFor()
  expect(complaints).toEqual([])
})
