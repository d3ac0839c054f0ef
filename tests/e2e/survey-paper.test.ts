/** Paper that comes back to a township: staff look for the community by its name, and their own stays what it was. */
import { expect, test } from 'vitest'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

test('of many communities one is found by its name, and its sheets are counted for it', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '罗玉兰')
  await page.goto('/desk/surveys')
  await shown(page, '新建调查').click()
  await page.locator('#survey-title').fill('活动室开放时间')
  await page.locator('#question-0').fill('您对开放时间满意吗？')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await page.locator('#survey-startsOn').fill(today)
  await shown(page, '保存草稿').click()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await shown(page, '确定发布').click()
  await shown(page, '打印纸质问卷').click()
  await shown(page, '选社区').click()
  await page.locator('#community-name').fill('青')
  await shown(page, '青龙社区').click()
  await shown(page, '取 20 个编号').click()
  await shown(page, '编号 1 到 20').waitFor()
  await page.goBack()
  await shown(page, '录入纸质问卷').click()

  await shown(page, '问卷编号').waitFor()
  await shown(page, '青龙社区').waitFor()
  await page.getByRole('radio', { name: '满意', exact: true }).click()
  await shown(page, '录入并继续').click()
  await shown(page, '这个社区已录入 1 份').waitFor()

  await page.goBack()
  await shown(page, '青龙社区 1～20 号').waitFor()
  await shown(page, '明天早上起才显示，今天答的明天算进来。').waitFor()
  await page.goto('/')
  await shown(page, '东兴社区').waitFor()
  expect(complaints).toEqual([])
})
