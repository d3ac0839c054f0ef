/** What of rooms goes on paper is one A4 sheet, names nobody, and use by hour is a table that says what stands out. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import sharp from 'sharp'
import { readPdf } from '../support/pdf'
import { shown, signInAs, site } from '../support/site'

const ofApp = createRequire(new URL('../../miniapp/package.json', import.meta.url))
/** The squares that a link becomes. */
const { encode } = ofApp('uqr') as {
  encode: (text: string, how: object) => { data: boolean[][]; size: number }
}

const { visit, pool } = await site()
const wide = { viewport: { width: 1280, height: 844 } }

/** As the button does, without the dialog; a font may give a radical or another dash for what was written. */
async function printed(page: Page) {
  await page.evaluate(() => document.documentElement.classList.add('print-page'))
  const { pages, text } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
  await page.evaluate(() => document.documentElement.classList.remove('print-page'))
  const sizes = pages.map(({ width, height }) => [width, height])
  return { sizes, text: text.normalize('NFKC').replace(/\s/g, '').replace(/[‐-―]/g, '-') }
}

/** The squares of a code as the paper has them, by the middle of each. */
async function codeOn(page: Page, name: string, size: number): Promise<boolean[][]> {
  await page.emulateMedia({ media: 'print' })
  const code = page.getByRole('img', { name })
  const png = await code.screenshot()
  await page.emulateMedia({ media: null })
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const at = (n: number) => Math.floor(((n + 0.5) * info.width) / size)
  const all = Array.from({ length: size }, (_, n) => n)
  return all.map((y) => all.map((x) => (data[at(y) * info.width + at(x)] ?? 255) < 128))
}

/** 210 × 297 mm in points, as Chromium rounds them. */
const a4 = [[expect.closeTo(595, -1), expect.closeTo(842, -1)]]

test('door, week, list and slip are a sheet each, also in the dark', async () => {
  const { page, complaints } = await visit({ ...wide, colorScheme: 'dark' })
  await signInAs(page, '杨春梅')
  await page.goto('/desk/board')
  await shown(page, '打印和表格').click()
  await shown(page, '都不印姓名和电话。').waitFor()
  const asked = page.waitForResponse(/\/rooms\/[^/]+\/door$/)
  await shown(page, '多功能活动厅').click()
  await shown(page, /要用这间，请打电话/).waitFor()
  const { link } = (await (await asked).json()) as { link: string }
  const day = await printed(page)
  expect(day.sizes).toEqual(a4)
  expect(day.text).toMatch(/多功能活动厅.*时间做什么人数.*空着,可以订.*请打电话.*到了扫一下,签到/)
  const { data, size } = encode(link, { border: 2 })
  expect(await codeOn(page, '多功能活动厅的签到码', size)).toEqual(data)
  await page.getByRole('radio', { name: '一周', exact: true }).click()
  await shown(page, /至 \d+月\d+日/).waitFor()
  const week = await printed(page)
  expect(week.sizes).toEqual(a4)
  for (const word of ['周一', '周日']) expect(week.text).toContain(word)

  const { rows } = await pool.query<{ id: string; number: string; day: string }>(
    `SELECT id, number, (starts_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day FROM cases
     WHERE type = 'booking' AND state = 'confirmed' AND community_code = '532301101001' ORDER BY starts_at LIMIT 1`,
  )
  const [one] = rows
  await page.goto(`/desk/papers/day?day=${one?.day ?? ''}`)
  await shown(page, one?.number ?? '').waitFor()
  expect((await printed(page)).sizes).toEqual(a4)
  await page.goto(`/desk/papers/slip?id=${one?.id ?? ''}`)
  await shown(page, '谁来开门').waitFor()
  const slip = await printed(page)
  expect(slip.sizes).toEqual(a4)
  expect(slip.text).toContain(one?.number)
  expect(complaints).toEqual([])
})

test('use by hour is a table with words for its scale, and is taken along as one', async () => {
  const { page, complaints } = await visit(wide)
  await signInAs(page, '马国庆')
  await page.goto('/desk/room-use')
  await page.getByRole('table', { name: '什么时候有人' }).waitFor()
  const week = page.getByRole('table', { name: '什么时候有人' })
  expect(await week.getByRole('rowheader').allInnerTexts()).toEqual(
    [...'一二三四五六日'].map((d) => `周${d}`),
  )
  await shown(page, '东兴社区').click()
  await page.getByRole('table', { name: '各间场地' }).waitFor()
  const opening = page.waitForEvent('download')
  await shown(page, '下载表格').click()
  const rows = await readSheet(await readFile(await (await opening).path()))
  expect(rows[0]?.[0]).toBe('哪里')
  expect(complaints).toEqual([])
})

test('a page of another office is refused with what it is for, and the way to one’s own', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '杨春梅')
  await page.goto('/desk/papers/exports')
  await shown(page, '这一页不归您看').waitFor()
  await shown(page, '这里由上级督办单位用。').waitFor()
  await shown(page, '去看今天要办的').click()
  await page.waitForURL((url) => url.pathname === '/desk')
  await page.goto('/desk/papers/door')
  await shown(page, '这一页看不到了').waitFor()
  expect(await page.getByRole('button', { name: '打印' }).filter({ visible: true }).count()).toBe(0)

  await signInAs(page, '马国庆')
  await page.goto('/desk/papers/exports')
  await shown(page, '每导出一张表都会记在这里，改不了。').waitFor()
  await page.goto('/desk/book')
  await shown(page, '这里由管场地的社区和单位用。').waitFor()
  await signInAs(page, '周小燕')
  await page.goto('/desk/volunteers')
  await shown(page, '去“我的”看归您办的').click()
  await shown(page, '托管当班').waitFor()
  expect(complaints).toEqual([])
})
