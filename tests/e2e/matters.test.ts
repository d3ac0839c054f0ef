/**
 * A matter from the question to thanks, by whoever asks and by whoever answers; and out of it in one tap, with nothing left
 * behind (docs/product.md › Legal consultation).
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoId } from '../../prisma/seed/people'
import { photograph } from '../support/files'
import { shown, signInAs, site } from '../support/site'

const { pool, visit } = await site()

const marker = '三个月工钱没给'
const opening = '您好，'
const answer = '考勤和转账记录先留好'

/** Everything that the browser keeps for this site. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))

const next = (page: Page, word = '下一题') => page.getByRole('button', { name: word, exact: true }).click()

async function addPicture(page: Page, colour?: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '拍照、选照片或 PDF' }).click()
  const file = { name: 'p.jpg', mimeType: 'image/jpeg', buffer: await photograph(64, 48, colour) }
  await (await chooser).setFiles([file])
}

const waiting = async (): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM files WHERE case_id IS NULL',
  )
  return rows[0]?.n ?? 0
}

/** Nine that were forgotten, in drafts that are no more. */
const forgetNine = () =>
  pool.query(
    `INSERT INTO files (id, account_id, purpose, kind, state, key_enc, created_at)
     SELECT gen_random_uuid(), $1, 'consultation', 'picture', 'ready', 'x', now() FROM generate_series(1, 9)`,
    [demoId('10-resident')],
  )

/** The work log on paper: A4, of as many sheets as it needs, with the table alone and no row cut in two. */
async function printed(page: Page): Promise<void> {
  await page.goto('/desk/matters/log')
  await shown(page, '签字：').waitFor()
  await page.evaluate(() => {
    document.documentElement.classList.add('print-page')
    const row = document.querySelector('.log__cells')
    for (let n = 0; n < 60; n++) row?.after(row.cloneNode(true))
  })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.page__bar:visible, .page__head:visible, .not-on-paper:visible').count()).toBe(0)
  const isWhole = (row: Element): boolean => getComputedStyle(row).breakInside === 'avoid'
  expect(await page.locator('.log__cells').evaluateAll((rows) => rows.length)).toBeGreaterThan(60)
  expect(await page.locator('.log__cells').first().evaluate(isWhole)).toBe(true)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await page.emulateMedia({ media: null })
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
  expect(sheets.length).toBeGreaterThan(1)
  expect(sheets.length).toBeLessThan(6)
  for (const sheet of sheets) expect(sheet).toEqual([595, 842])
}

async function askAbout(page: Page): Promise<void> {
  await page.goto('/')
  await shown(page, '问法律').click()
  await shown(page, '这件事急不急？').waitFor()
  expect(await page.title()).toBe('一件办件 · 邻里')
  // Danger comes before everything else.
  await page.getByRole('radio', { name: '有人受伤害，或被威胁' }).click()
  await shown(page, '先打电话，再写不迟').waitFor()
  for (const number of ['110', '12338', '12348'])
    await page
      .getByRole('button', { name: new RegExp(`拨打 ${number}`) })
      .first()
      .waitFor()
  await page.getByRole('radio', { name: '有期限快到了' }).click()
  await next(page)
  await page.getByRole('radio', { name: '工作、工钱、工伤' }).click()
  await next(page)
  await page.getByLabel('日子').fill('2026-11-20')
  await shown(page, /最迟2027年11月20日，申请劳动仲裁/).waitFor()
  await shown(page, /《劳动争议调解仲裁法》第二十七条/).waitFor()
  await next(page)
  await page.getByLabel('发生了什么').fill(`老板${marker}，还威胁我`)
  await shown(page, /像是有人受到伤害/).waitFor()
}

test('a question is asked, answered and thanked for, and left without a trace', async () => {
  const [asker, answerer] = [await visit(), await visit({ viewport: { width: 1280, height: 900 } })]
  const { page } = asker
  await signInAs(page, '李秀英')
  await askAbout(page)
  // A reload keeps what was answered; the way back leads one question back.
  await page.reload()
  expect(await page.getByLabel('发生了什么').inputValue()).toContain(marker)
  await page.goBack()
  await shown(page, '从哪天算起？').waitFor()
  await next(page)
  // Too many wait: the way on is there.
  await forgetNine()
  await addPicture(page)
  await page.getByRole('button', { name: '清掉以前没发出去的图片' }).click()
  const picture = page.getByRole('button', { name: '看图 1' }).locator('img')
  await picture.waitFor({ timeout: 60_000 })
  expect(await waiting()).toBe(1)
  // Without a network it is kept, with its picture, and says so.
  await page.context().setOffline(true)
  await shown(page, /现在没有网络。可以接着写/).waitFor()
  await page.goBack()
  await shown(page, '从哪天算起？').waitFor()
  await next(page)
  await shown(page, '传好了，有网络再显示').waitFor()
  await page.context().setOffline(false)
  await picture.waitFor()
  await next(page)
  await next(page, '跳过这一题')
  await next(page, '看一遍')
  await shown(page, '看一遍，再发送').waitFor()
  await shown(page, '图片 1 张').waitFor()
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await page.waitForURL(/\/matter\?id=/)
  await shown(page, marker).waitFor()
  expect(await kept(page)).not.toContain(marker)

  const desk = answerer.page
  await signInAs(desk, '高正荣')
  await desk.goto('/desk/matters/me')
  await desk.getByLabel('新的开头语').fill(opening)
  await desk.getByRole('button', { name: '存下来' }).click()
  await desk.getByRole('button', { name: `删掉：${opening}` }).waitFor()
  await desk.goto('/desk/matters')
  const { rows } = await pool.query<{ number: string }>(
    `SELECT number FROM cases WHERE type = 'consultation' ORDER BY created_at DESC LIMIT 1`,
  )
  await desk
    .locator('.desk-row')
    .filter({ hasText: rows[0]?.number ?? '' })
    .click()
  await desk.getByText(marker).waitFor()
  await desk.getByRole('button', { name: '答复', exact: true }).click()
  // What is typed after an opening goes behind it; what was sent has the focus, for its button is gone.
  await desk.getByRole('button', { name: opening }).click()
  await desk.keyboard.insertText(answer)
  await desk.getByRole('button', { name: '发送答复' }).click()
  await shown(desk, '已发送').waitFor()
  await expect
    .poll(() => desk.evaluate(() => document.activeElement?.textContent))
    .toContain(opening + answer)
  await printed(desk)

  await page.reload()
  await shown(page, answer).waitFor()
  await page.getByRole('button', { name: '说声谢谢' }).click()
  await shown(page, '您的谢意已经转到').waitFor()
  await page.getByRole('button', { name: '接着写' }).click()
  await page.getByLabel('接着写').fill(`还有一句：${marker}`)
  expect(await kept(page)).toContain(marker)
  await page.getByRole('button', { name: '加图片' }).click()
  await addPicture(page, '#663300')
  await page.getByRole('button', { name: '删掉图 1' }).waitFor()
  await page.getByRole('button', { name: '看图 1' }).last().waitFor({ timeout: 60_000 })

  // The same is open in another tab, too: who leaves has left in both.
  const other = await page.context().newPage()
  await other.goto(page.url())
  expect(await other.getByLabel('接着写').inputValue()).toContain(marker)

  await page.getByRole('button', { name: '快速离开' }).click()
  await shown(page, '订场地').waitFor()
  await shown(other, '订场地').waitFor()
  expect(new URL(other.url()).pathname).toBe('/')
  expect(await other.evaluate(() => document.body.innerText)).not.toContain(marker)
  expect(new URL(page.url()).pathname).toBe('/')
  expect(await page.title()).not.toContain('办件')
  expect(await kept(page)).not.toMatch(new RegExp(`${marker}|${answer}|draft`))
  // The picture of the line goes from the service, too.
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0)
  await page.goBack()
  await page.waitForLoadState('networkidle')
  expect(page.url()).not.toMatch(/matter|case/)
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(marker)
  expect([asker.complaints, answerer.complaints]).toEqual([[], []])
}, 240_000)
