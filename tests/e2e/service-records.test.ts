/** A volunteer reads their hours, makes a record of them and opens it; whoever has the paper looks whether it counts. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readPdf } from '../support/pdf'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

test('from hours to a paper that anybody can verify', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '赵海涛')
  await page.goto('/volunteer/hours')
  await shown(page, '一共').waitFor()
  await page.getByRole('button', { name: '开证明' }).click()
  await page.getByRole('button', { name: '开一份' }).click()
  const opening = page.waitForEvent('download')
  await page.getByRole('button', { name: '打开证明' }).click()
  const file = await opening
  expect(file.suggestedFilename()).toMatch(/^志愿服务记录证明-ZM-\d{6}-\d{6}\.pdf$/)
  const { text, fonts } = await readPdf(await readFile(await file.path()))
  expect(text).toContain('赵海涛')
  expect(fonts.every(({ embedded }) => embedded)).toBe(true)
  const number = /ZM-\d{6}-\d{6}/.exec(text)?.[0] ?? ''
  const code = /查验码：(\d{6})/.exec(text)?.[1] ?? ''

  const office = await visit()
  await office.page.goto(`/verify?number=${number}&code=${code}`)
  await office.page.getByRole('button', { name: '查验' }).click()
  await shown(office.page, '这份证明有效。').waitFor()
  await office.page.locator('#record-code').fill(code === '000000' ? '111111' : '000000')
  await office.page.getByRole('button', { name: '查验' }).click()
  await shown(office.page, /没有这份证明/).waitFor()
  expect([...complaints, ...office.complaints]).toEqual([])
})
