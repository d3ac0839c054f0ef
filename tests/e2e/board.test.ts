/** Staff see the building and run it from the board, with keys alone or a mouse; who watches sees it, too. */
import { expect, test } from 'vitest'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

test('the keyboard alone goes from the week to a day, opens a block below the board, and leads on', async () => {
  const { page, complaints } = await visit({ viewport: { width: 1280, height: 844 } })
  await signInAs(page, '杨春梅')
  await page.goto('/desk/board')
  await shown(page, '多功能活动厅').waitFor()
  await page.getByRole('radio', { name: '周', exact: true }).click()
  await page
    .getByRole('button', { name: /多功能活动厅，.*场$/ })
    .last()
    .click()
  const block = page.getByRole('button', { name: /，.*人，(已确认|等确认|已超时)/ }).first()
  await block.focus()
  await page.keyboard.press('Enter')
  const dock = page.getByRole('region', { name: '选中的预订' })
  await dock.getByText('打开全部').waitFor()
  await page.keyboard.press('m')
  const sheet = page.getByRole('dialog', { name: '挪到这里？' })
  await sheet.getByText('还没有改时间或场地').waitFor()
  await sheet.getByRole('button', { name: '晚一格' }).press('Enter')
  await sheet.getByRole('button', { name: '设备检修' }).press('Enter')
  await page.keyboard.press('Escape')
  await dock.getByRole('link', { name: '打开全部' }).press('Enter')
  await page.waitForURL(/\/desk\/case\?id=/)
  await page.goBack()
  await shown(page, '多功能活动厅').waitFor()
  expect(complaints).toEqual([])
})

test('a block that is dragged asks for a reason, and stands where it was let go', async () => {
  const { page, complaints } = await visit({ viewport: { width: 1280, height: 844 } })
  await signInAs(page, '杨春梅')
  await page.goto('/desk/board')
  await shown(page, '多功能活动厅').waitFor()
  await page.getByRole('radio', { name: '周', exact: true }).click()
  await page
    .getByRole('button', { name: /多功能活动厅，.*场$/ })
    .last()
    .click()
  const block = page.getByRole('button', { name: /，.*人，(已确认|等确认)/ }).first()
  const box = await block.boundingBox()
  if (box === null) throw new Error('nothing to drag')
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 20, { steps: 4 })
  await page.mouse.move(box.x + 20 + box.width / 4, box.y + 20, { steps: 4 })
  await page.mouse.up()
  const sheet = page.getByRole('dialog', { name: '挪到这里？' })
  await sheet.getByRole('button', { name: '设备检修' }).click()
  await sheet.getByRole('button', { name: '挪动', exact: true }).waitFor()
  expect(complaints).toEqual([])
})

test('a township sees the rooms below it, and that it only watches', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '马国庆')
  await page.goto('/desk/board')
  await shown(page, '您在看下级的场地，不能在这里改。').waitFor()
  await shown(page, '多功能活动厅').waitFor()
  // Nor is there anything to choose on its desk, on a phone and on a wide screen.
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/desk')
    await page.locator('.desk-row').filter({ visible: true }).first().waitFor()
    expect(await page.getByRole('checkbox').count()).toBe(0)
  }
  expect(complaints).toEqual([])
})
