import { test } from 'vitest'
import { shown, signInAs, site } from '../support/site'
import { postAs } from '../support/post-as'
const { visit, pool } = await site()
const out = '/tmp/subscribe-shots'
test('shots', async () => {
  for (const [name, opt] of Object.entries({ std: {}, dark: { colorScheme: 'dark' as const }, wide: { viewport: { width: 1280, height: 900 } } })) {
    const { page } = await visit(opt)
    await signInAs(page, '杨春梅')
    await postAs(page, '/divisions/532301101001/bookings/export', { fromDay: '2026-11-01', toDay: '2026-12-30' })
    const { rows } = await pool.query<{ id: string; version: number }>("SELECT id, version FROM rooms WHERE community_code = '532301101001' ORDER BY position LIMIT 1")
    const id = rows[0]!.id
    await page.goto(`/desk/room?id=${id}`).catch(() => undefined)
    await page.waitForTimeout(2000)
    if (name === 'std') {
      await page.getByLabel('最多几个人').first().fill('41', { timeout: 3000 }).catch((e: Error) => console.log(e.message))
      await page.getByText('保存', { exact: true }).first().click({ timeout: 3000 }).catch((e: Error) => console.log(e.message))
      await page.waitForTimeout(2500)
    }
    await page.screenshot({ path: `${out}/room-${name}.png`, fullPage: true })
    const head = page.getByText('改动记录').first()
    await head.scrollIntoViewIfNeeded().catch(() => undefined)
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${out}/changes-${name}.png` })
    const sup = await visit(opt)
    await sup.page.goto('/sign-in')
    await sup.page.waitForTimeout(800)
    if (name === 'std') console.log(await sup.page.locator('body').innerText())
    for (const who of ['段永芬']) { await sup.page.getByText(who, { exact: true }).first().click(); await sup.page.waitForTimeout(1500) }
    await sup.page.goto('/desk/papers'); await sup.page.waitForTimeout(1500)
    await sup.page.screenshot({ path: `${out}/papers-${name}.png` })
    await sup.page.goto('/desk/papers/exports'); await sup.page.waitForTimeout(1500)
    await sup.page.screenshot({ path: `${out}/exports-${name}.png` })
    void shown
  }
}, 280_000)
