/** With a finger: it picks up where it rests, and pulls the end of what is chosen. Nothing bars anybody, with the dock open. */
import type { CDPSession, Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { objections } from '../support/axe'
import { copyRooms } from '../support/many-rooms'
import { shown, signInAs, site } from '../support/site'

const { visit, pool } = await site()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** The last day of the week on which a room of many uses has one that can be moved. */
async function toBlock(page: Page) {
  await signInAs(page, '杨春梅')
  await page.goto('/desk/board')
  await shown(page, '多功能活动厅').waitFor()
  await page.getByRole('radio', { name: '周', exact: true }).click()
  await page
    .getByRole('button', { name: /多功能活动厅，.*场/ })
    .last()
    .click()
  const block = page.getByRole('button', { name: /，.*人，(已确认|等确认)/ }).first()
  await block.scrollIntoViewIfNeeded()
  return block
}

interface Finger {
  down: (x: number, y: number) => Promise<void>
  to: (x: number, y: number) => Promise<void>
  up: () => Promise<void>
}

async function fingerOf(page: Page): Promise<Finger> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points }).then(() => undefined)
  return {
    down: (x, y) => touch('touchStart', [{ x, y }]),
    to: (x, y) => touch('touchMove', [{ x, y }]),
    up: () => touch('touchEnd', []),
  }
}

const middleOf = async (block: Awaited<ReturnType<typeof toBlock>>) => {
  const box = await block.boundingBox()
  if (box === null) throw new Error('nothing to take hold of')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, right: box.x + box.width }
}

/** Nothing lies above the middle of it. */
const inSight = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const above = document.elementFromPoint(left + width / 2, top + height / 2)
    return above !== null && element.contains(above)
  })

test('a finger that rests picks a block up and moves it; by its handle it makes it longer', async () => {
  const { page, complaints } = await visit(phone)
  const block = await toBlock(page)
  const finger = await fingerOf(page)
  const { x, y } = await middleOf(block)
  await finger.down(x, y)
  await page.locator('.blk--ghost').waitFor()
  for (let n = 1; n <= 4; n++) await finger.to(x + n * 8, y)
  await page.locator('.carry').getByText('→').waitFor()
  await finger.up()
  const sheet = page.getByRole('dialog', { name: '挪到这里？' })
  await sheet.getByText(/^→/).waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await block.tap()
  await page.getByRole('region', { name: '选中的预订' }).getByText('打开全部').waitFor()
  const end = await middleOf(block)
  await finger.down(end.right, end.y)
  for (let n = 1; n <= 6; n++) await finger.to(end.right + n * 10, end.y)
  await page.locator('.blk--ghost').waitFor()
  await finger.up()
  await sheet.getByText(/^→/).waitFor()
  expect(complaints).toEqual([])
})

test('on a phone the hours, or days, and the names stay while rooms go by', async () => {
  await copyRooms(pool, '远处厅', 40)
  const { page, complaints } = await visit(phone)
  await signInAs(page, '杨春梅')
  await page.goto('/desk/board')
  for (const [view, head] of [
    ['日', '20'],
    ['周', '周日'],
  ] as const) {
    await page.getByRole('radio', { name: view, exact: true }).click()
    await shown(page, '多功能活动厅').waitFor()
    await page.locator('.board-scroll .scroller').evaluate((box) => box.scrollTo(500, 2000))
    await shown(page, '远处厅20').waitFor()
    const atop = page.locator('.board__head').getByText(head).last()
    await expect.poll(() => inSight(atop)).toBe(true)
    await expect.poll(() => inSight(page.getByText('远处厅20', { exact: true }))).toBe(true)
    expect(await page.getByRole('row').count()).toBeLessThan(40)
  }
  expect(await objections(page)).toEqual([])
  expect(complaints).toEqual([])
})

test.each([
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['a desk', { viewport: { width: 1280, height: 844 } }],
  ['a wide desk at night', { viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' as const }],
])('with the dock open nothing bars anybody on %s', async (_, options) => {
  const { page, complaints } = await visit(options)
  const block = await toBlock(page)
  await block.click()
  await page.getByRole('region', { name: '选中的预订' }).getByText('打开全部').waitFor()
  expect(await objections(page)).toEqual([])
  await page.getByRole('radio', { name: '周', exact: true }).click()
  await page.getByRole('list', { name: '图例' }).getByText('已超时').waitFor()
  expect(await objections(page)).toEqual([])
  expect(complaints).toEqual([])
})
