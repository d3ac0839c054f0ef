/** Somebody takes their data along, asks to leave, and comes back in time. */
import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shown, site } from '../support/site'

const { pool, visit } = await site()
const phone = `135${randomInt(10_000_000, 99_999_999)}`
const exactly = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function enter(page: Page): Promise<void> {
  await pool.query('DELETE FROM phone_codes')
  await page.goto('/sign-in')
  await page.getByRole('checkbox').filter({ visible: true }).click()
  await page.locator('#sign-in-phone').fill(phone)
  await page.getByText('获取验证码').filter({ visible: true }).click()
  await shown(page, '演示环境不发短信').waitFor()
  await exactly(page, '登录').click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

test('a person exports, leaves, and takes it back by signing in', async () => {
  const { page, complaints } = await visit()
  await enter(page)
  await page.goto('/me/name')
  await page.locator('#name').fill('阿依<b>')
  await exactly(page, '保存').click()
  await shown(page, '已保存').waitFor()

  await page.goto('/me')
  await shown(page, '导出我的资料').click()
  await exactly(page, '准备文件').click()
  await shown(page, '获取验证码').waitFor()
  await pool.query('DELETE FROM phone_codes')
  await exactly(page, '获取验证码').click()
  await shown(page, '演示环境不发短信').waitFor()
  await exactly(page, '确认并继续').click()
  await shown(page, '文件准备好了').waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), exactly(page, '保存成网页').click()])
  expect(file.suggestedFilename()).toMatch(/^我的资料-\d{4}-\d\d-\d\d\.html$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toContain('阿依&lt;b&gt;')
  expect(text).toContain(phone)

  await page.goto('/me/leave')
  await exactly(page, '申请注销').click()
  await shown(page, '注销账户？').waitFor()
  await exactly(page, '确定注销').click()
  await shown(page, '已申请注销').waitFor()
  await page.goto('/me')
  await shown(page, '已申请注销').waitFor()
  await enter(page)
  await page.goto('/me')
  await shown(page, '阿依<b>').waitFor()
  const { rows } = await pool.query('SELECT FROM accounts WHERE leaves_at IS NOT NULL')
  expect(rows).toEqual([])
  expect(complaints).toEqual([])
})
