/** Staff make a team and choose its leader, who asks it to do something; and a roster is read before it is imported. */
import { expect, test } from 'vitest'
import { rosterHead, xlsxOf } from '../support/rosters'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

test('a leader finds their team, reads who is in it and what it is asked to do', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '赵海涛')
  await page.goto('/tasks')
  await shown(page, '我的队伍').click()
  await shown(page, '爱邻志愿服务队').click()
  await shown(page, '已加入，队长').waitFor()
  await page.getByRole('button', { name: '看队员' }).click()
  await shown(page, '要打电话，请社区联系。').waitFor()
  await shown(page, '队里的任务').click()
  await shown(page, '清扫楼道').click()
  await page.getByRole('button', { name: '看名单' }).click()
  await shown(page, '还没有人报上').waitFor()
  expect(complaints).toEqual([])
})

test('staff make a team, choose its leader out of the roster, and close it', async () => {
  const { page, complaints } = await visit({ viewport: { width: 1280, height: 844 } })
  await signInAs(page, '杨春梅')
  await page.goto('/desk/teams')
  const make = page.getByRole('button', { name: '建一支队伍' })
  // Not from edge to edge of a wide screen.
  expect((await make.boundingBox())?.width).toBeLessThan(700)
  await make.click()
  await page.locator('#team-new-name').fill('河边巡护队')
  await page.getByRole('button', { name: '建好' }).click()
  await page.getByRole('button', { name: '从志愿者名单里选队长' }).click()
  await page
    .getByRole('button', { name: /^设为队长/ })
    .first()
    .click()
  await page.getByRole('button', { name: '看队员' }).click()
  await shown(page, '赵海涛').waitFor()
  await page.getByRole('button', { name: '停掉这支队伍' }).click()
  expect((await page.locator('.sheet').boundingBox())?.y).toBe(0)
  await page.getByRole('button', { name: '停掉', exact: true }).click()
  await shown(page, '这支队伍已经停了').waitFor()
  expect(complaints).toEqual([])
})

test('a roster is reported line by line, then imported', async () => {
  const { page, complaints } = await visit({ viewport: { width: 1280, height: 844 } })
  await signInAs(page, '杨春梅')
  await page.goto('/desk/volunteers')
  await shown(page, '导入名册').click()
  const buffer = xlsxOf([[...rosterHead], ['李福', '13900000071'], ['普桂兰', '0878-3123456']])
  const picking = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选文件（xlsx 或 csv）' }).click()
  await (await picking).setFiles({ name: 'a.xlsx', mimeType: 'application/zip', buffer })
  await shown(page, '一共 2 行，能导入 1 行。').waitFor()
  await shown(page, '写的是座机，要手机号').waitFor()
  await page.getByRole('button', { name: '导入这 1 行' }).click()
  await shown(page, /已导入 1 行/).waitFor()
  expect(complaints).toEqual([])
})
