/** Staff find by one field, come back to what they found, and decide several at once; nothing typed stands in an address. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillRequest, shown, signInAs, site } from '../support/site'

const { visit } = await site()
const wide = { viewport: { width: 1280, height: 800 } }

const field = (page: Page) => page.locator('input[type=search]:visible')

async function find(page: Page, words: string): Promise<void> {
  await field(page).fill(words)
  await page.keyboard.press('Enter')
}

async function openDesk(page: Page): Promise<void> {
  await page.goto('/desk')
  await page.locator('.desk-row').nth(2).waitFor()
}

test('a room, a day and a name are found, and what was found is still there when one comes back', async () => {
  const [resident, staff] = [await visit(), await visit()]
  await signInAs(resident.page, '张丽华')
  await fillRequest(resident.page, 11)
  await resident.page.getByText('提交申请').click()
  await shown(resident.page, '等待社区确认').waitFor()

  const { page } = staff
  await signInAs(page, '杨春梅')
  await openDesk(page)
  await find(page, '张丽华')
  await shown(page, '叫这个名字的人，还没办完的').waitFor()
  expect(page.url()).not.toMatch(/张|%/)
  const rows = page.locator('.desk-row:visible')
  const found = await rows.count()
  await rows.first().click()
  await shown(page, '这位居民').waitFor()
  await page.goBack()
  await shown(page, '叫这个名字的人，还没办完的').waitFor()
  expect(await rows.count()).toBe(found)
  await resident.page.goto('/me/access-records')
  await shown(resident.page, '杨春梅 查看了您的联系方式').waitFor()
  expect(await resident.page.getByText('杨春梅 查看了您的联系方式').count()).toBe(1)

  await find(page, '议事')
  await page.getByRole('link', { name: /居民议事室/ }).click()
  await page.waitForURL(/\/desk\/bookings\?room=/)
  await page.locator('.desk-row:visible').first().waitFor()
  await page.goBack()
  await find(page, '明天')
  await page.getByRole('link', { name: /明天的场地预订/ }).click()
  await page.waitForURL(/\/desk\/bookings\?day=/)
  expect([...resident.complaints, ...staff.complaints]).toEqual([])
})

test('several are chosen and confirmed by keys, and each can be taken back once the next one is open', async () => {
  const { page, complaints } = await visit(wide)
  await signInAs(page, '杨春梅')
  await openDesk(page)
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
  const boxes = page.getByRole('checkbox', { checked: true })
  expect(await boxes.count()).toBe(2)
  await page.getByRole('button', { name: '确认选中的 2 件' }).waitFor()
  const answered = page.waitForResponse(/\/v1\/desk\/bookings\/confirm$/)
  await page.keyboard.press('Shift+C')
  const { results } = (await (await answered).json()) as { results: { problem: unknown }[] }
  expect(results.map(({ problem }) => problem)).toEqual([null, null])
  const undo = page.getByRole('button', { name: /^撤回：/ })
  await undo.nth(1).waitFor()

  // What was decided has left the list; the mark goes on from there, and the newest is taken back all the same.
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '确认', exact: true }).waitFor()
  await page.keyboard.press('u')
  await shown(page, '已撤回').waitFor()
  await undo.nth(1).waitFor({ state: 'detached' })
  await page.keyboard.press('u')
  await undo.first().waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('after a decision j goes to the next one, r and a ask for words, ? tells the keys', async () => {
  const { page, complaints } = await visit(wide)
  await signInAs(page, '杨春梅')
  await openDesk(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const second = await page.locator('.desk-row[aria-current=true]').innerText()
  const third = await page.locator('.desk-row').nth(2).innerText()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '确认', exact: true }).waitFor()
  for (const [key, title] of [
    ['r', '不同意这次预订？'],
    ['a', '请居民补充'],
    ['?', '能用的按键'],
  ] as const) {
    await page.keyboard.press(key)
    await page.getByRole('dialog', { name: title }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.keyboard.press('c')
  await page.getByRole('button', { name: '撤回', exact: true }).waitFor()
  await page.waitForFunction(
    (gone) => document.querySelectorAll<HTMLElement>('.desk-row')[1]?.innerText !== gone,
    second,
  )
  await page.keyboard.press('j')
  expect(await page.locator('.desk-row[aria-current=true]').innerText()).toBe(third)
  // Another list has nothing open beside it.
  await page.getByRole('button', { name: /已办结/ }).click()
  await shown(page, '从左边选一件').waitFor()
  expect(complaints).toEqual([])
})
