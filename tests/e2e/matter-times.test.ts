/** A time is offered, taken and moved, each by one tap; and nothing that is written hides the way out (docs/consultations.md). */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoId } from '../../prisma/seed/people'
import { photograph } from '../support/files'
import { shown, signInAs, site } from '../support/site'

const { pool, visit } = await site()

/** Of 陈文斌, one that was answered and on which nothing is to be decided. */
async function answered(): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM cases c WHERE subject_id = $1 AND type = 'consultation' AND state = 'answered'
       AND NOT EXISTS (SELECT FROM consultation_referrals r WHERE r.case_id = c.id)`,
    [demoId('13-proxy')],
  )
  if (!rows[0]) throw new Error('nothing was answered')
  return rows[0].id
}

async function offer(page: Page): Promise<void> {
  await page.getByRole('button', { name: '别的', exact: true }).click()
  await page.getByRole('button', { name: '提几个时间' }).click()
  // There is one station only: it need not be chosen.
  await page.getByRole('radio', { name: '当面谈' }).click()
  const day = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('日子').fill(day)
  await page.getByLabel('开始').fill('10:00')
  await page.getByRole('button', { name: '再加一个时间' }).click()
  await page.getByLabel('开始').last().fill('15:00')
  await page.getByRole('button', { name: '发给对方选' }).click()
  await shown(page, '已发给对方').waitFor()
}

/** An element of the page's head is what is hit there. */
const isInReach = (page: Page, name: string): Promise<boolean> =>
  page
    .getByRole('button', { name })
    .filter({ visible: true })
    .evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect()
      return button.contains(document.elementFromPoint(x + width / 2, y + height / 2))
    })

/** The words of what has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

/** All that a line can have: words of danger, and a picture. */
async function writeMuch(page: Page): Promise<void> {
  await page.getByRole('button', { name: '接着写', exact: true }).click()
  await page.getByLabel('接着写').fill('他们还打我')
  await page.getByRole('button', { name: '加图片' }).click()
  await addFile(page, await photograph(64, 48))
  await page.getByRole('button', { name: '看图 1' }).last().waitFor({ timeout: 60_000 })
  // What is never taken is not tried again.
  await addFile(page, Buffer.from('no picture'))
  await shown(page, '没有收下').waitFor()
  expect(await page.getByRole('button', { name: '再试一次' }).count()).toBe(0)
  await page.getByRole('button', { name: '删掉图 2' }).click()
  // Nobody is sent to the community, of whom somebody may not want it to know.
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '发送', exact: true }).click()
  const refusal = page.getByRole('alert').filter({ hasText: '现在没有网络' })
  expect(await refusal.innerText()).toBe('现在没有网络。请连上网络再试，急事打 12348，有危险打 110。')
  await page.context().setOffline(false)
  await refusal.waitFor({ state: 'hidden' })
}

async function addFile(page: Page, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '拍照、选照片或 PDF' }).click()
  await (await chooser).setFiles([{ name: 'p.jpg', mimeType: 'image/jpeg', buffer }])
}

test('a time is taken by one tap and moved by another, and what is written leaves the way out in reach', async () => {
  const id = await answered()
  const [adviser, person] = [await visit(), await visit()]
  const { page: desk } = adviser
  await signInAs(desk, '高正荣')
  await desk.goto(`/desk/matter?in=mine&id=${id}`)
  await offer(desk)

  const { page } = person
  await signInAs(page, '陈文斌')
  await page.goto(`/matter?id=${id}`)
  await shown(page, '提了几个时间，请在下面选一个。').waitFor()
  await page
    .getByRole('button', { name: /^就这个时间/ })
    .first()
    .click()
  await shown(page, '约好了，到时提醒您').waitFor()
  // Nothing waits for them any more: what is left is another time, should they want one.
  await shown(page, '想换个时间？').waitFor()
  await shown(page, '已经答复您了。还有不明白的，接着问。').waitFor()
  expect(await shown(page, '请您定').count()).toBe(0)
  await shown(page, /10:00–10:30/).waitFor()
  await page.getByRole('button', { name: /^换到这个时间/ }).click()
  await shown(page, '换好了，到时提醒您').waitFor()
  await shown(page, /15:00–15:30/).waitFor()
  await shown(page, /10:00–10:30/).waitFor({ state: 'hidden' })

  await page.locator('.mode-standard').last().waitFor()
  await page.evaluate(() => localStorage.setItem('linli.mode', JSON.stringify({ data: '"elder"' })))
  await page.reload()
  await page.locator('.mode-elder').last().waitFor()
  await writeMuch(page)
  // As with a keyboard open.
  await page.setViewportSize({ width: 390, height: 480 })
  expect(await isInReach(page, '快速离开')).toBe(true)
  expect(await isInReach(page, '发送')).toBe(true)
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await expect.poll(() => focused(page)).toContain('他们还打我')

  // What was begun as a question goes on as one.
  await desk.getByRole('button', { name: '再问一句' }).click()
  await desk.getByLabel('想了解什么').fill('合同在手上吗？')
  await desk.reload()
  await desk.getByRole('button', { name: '发送问题' }).waitFor()
  // What was said last is read above all else, and led to by a tap.
  await desk.getByRole('button', { name: /他们还打我.*最新一句/s }).click()
  expect(await focused(desk)).toMatch(/^居民.*他们还打我/s)
  expect([adviser.complaints, person.complaints]).toEqual([[], []])
}, 240_000)
