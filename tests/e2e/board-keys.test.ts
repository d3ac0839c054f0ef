/** The keyboard alone runs the board: walks, opens, picks up, lays down and puts back; far rooms are found, and few are drawn. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { objections } from '../support/axe'
import { copyRooms, useRooms } from '../support/many-rooms'
import { shown, signInAs, site } from '../support/site'

const { visit, pool } = await site()
const wide = { viewport: { width: 1280, height: 844 } }
const dayMs = 86_400_000
const day = new Date(Date.now() + 8 * 3_600_000 + 3 * dayMs).toISOString().slice(0, 10)

/** Rooms that stand after all others; the first one is used from ten to twelve, three days from now. */
async function lay(name: string, copies: number): Promise<string> {
  await copyRooms(pool, name, copies)
  await useRooms(pool, `${name}1`, day, [10])
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM cases WHERE title = $1', [`${name}1`])
  return rows[0]?.id ?? ''
}

const here = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  )

async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab')
    if (wanted.test(await here(page))) return
  }
  throw new Error(`no stop of the Tab key says ${String(wanted)}`)
}

async function toDay(page: Page): Promise<void> {
  await signInAs(page, '杨春梅')
  await page.goto(`/desk/board`)
  await shown(page, '多功能活动厅').waitFor()
  await tabTo(page, /今天|周|日/)
  const wanted = new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDate()
  const radio = page.getByRole('radio', { name: new RegExp(`(^|\\D)${wanted}( |日|$)`) })
  if ((await radio.count()) === 0) await shown(page, '后一周').press('Enter')
  await radio.first().press('Enter')
}

test('keys walk to a booking, pick it up, resize it, move it to another room, and lay it down with a reason', async () => {
  const id = await lay('键盘厅', 2)
  const { page, complaints } = await visit(wide)
  await toDay(page)
  await page.keyboard.press('f')
  await page.keyboard.type('键盘厅')
  await shown(page, '键盘厅2').waitFor()
  await tabTo(page, /^代办：键盘厅1/)
  await page.keyboard.press('ArrowRight')
  expect(await here(page)).toMatch(/^键盘厅1，.*空着/)
  await page.keyboard.press('ArrowRight')
  expect(await here(page)).toMatch(/^键盘厅1，10:00–12:00，.*已确认/)
  await page.keyboard.press('ArrowDown')
  expect(await here(page)).toMatch(/^键盘厅2，.*空着/)
  await page.keyboard.press('ArrowUp')
  const said = page.locator('.carry')
  await page.keyboard.press('Space')
  await said.getByText('→ 键盘厅1 10:00–12:00 · 空着').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('+')
  await page.keyboard.press('Escape')
  await said.waitFor({ state: 'detached' })
  expect(await here(page)).toMatch(/^键盘厅1，10:00–12:00/)
  for (const key of ['Space', 'ArrowRight', 'ArrowDown', '+', '-', '-']) await page.keyboard.press(key)
  await said.getByText(/→ 键盘厅2 .* · 空着/).waitFor()
  expect(await objections(page)).toEqual([])
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: '挪到这里？' })
  await sheet.getByText(/→ 键盘厅2/).waitFor()
  await sheet.getByRole('button', { name: '设备检修' }).press('Enter')
  await sheet.getByRole('button', { name: '挪动', exact: true }).press('Enter')
  await sheet.waitFor({ state: 'detached' })
  const { rows } = await pool.query<{ name: string; minutes: number }>(
    `SELECT r.name, extract(epoch FROM b.ends_at - b.starts_at)::int / 60 AS minutes
     FROM bookings b JOIN rooms r ON r.id = b.room_id WHERE b.case_id = $1`,
    [id],
  )
  expect(rows[0]?.name).toBe('键盘厅2')
  expect(rows[0]?.minutes).toBeLessThan(120)
  await page.getByRole('button', { name: /^键盘厅2，.*已确认/ }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '看板上的按键' }).waitFor()
  await page.keyboard.press('Escape')
  expect(complaints).toEqual([])
})

test('of many rooms few are drawn, the last one is a key away, and each is found by its name', async () => {
  await lay('远处厅', 190)
  const { page, complaints } = await visit(wide)
  await toDay(page)
  await page.getByRole('row', { name: '多功能活动厅' }).first().waitFor()
  const grid = page.getByRole('grid', { name: '场地看板' })
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(190)
  expect(await grid.getByRole('row').count()).toBeLessThan(40)
  await tabTo(page, /^代办：/)
  await page.keyboard.press('Control+End')
  await expect.poll(() => here(page)).toMatch(/^代办：远处厅190/)
  await expect.poll(() => grid.getByRole('row').count()).toBeLessThan(40)
  await page.keyboard.press('PageUp')
  await expect.poll(() => here(page)).toMatch(/^代办：远处厅182/)
  await page.keyboard.press('Control+Home')
  await expect.poll(() => here(page)).not.toMatch(/远处厅/)
  await page.keyboard.press('f')
  await page.keyboard.type('远处厅77')
  await expect.poll(() => grid.getByRole('row').count()).toBe(1)
  expect(complaints).toEqual([])
})
