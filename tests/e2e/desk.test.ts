/** The staff's desk: keys mean what is marked, a look is recorded once, and what is new comes by itself. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillRequest, shown, signInAs, site } from '../support/site'

const { visit } = await site()
const wide = { viewport: { width: 1280, height: 800 } }

/** A resident asks for 居民议事室. @returns the case's id and number, and when it takes place, in words */
async function request(page: Page, name: string, day: number) {
  await signInAs(page, name)
  await fillRequest(page, day)
  await page.getByText('提交申请').click()
  await shown(page, '等待社区确认').waitFor()
  return {
    id: new URL(page.url()).searchParams.get('id') ?? '',
    number: await shown(page, /^CD-\d{6}-\d{6}$/).innerText(),
    when: await page.getByRole('heading', { level: 2, name: /\d月\d+日/ }).innerText(),
  }
}

async function openDesk(page: Page): Promise<void> {
  await page.goto('/desk')
  await page.locator('.desk-row').nth(1).waitFor()
}

const marked = (page: Page, nth: number) => page.locator(`.desk-line:nth-child(${nth}) [aria-current=true]`)
const confirmButton = (page: Page) => page.getByRole('button', { name: '确认', exact: true })

test('c confirms only a case that is both open and marked, and u takes it back', async () => {
  const { page, complaints } = await visit(wide)
  await signInAs(page, '杨春梅')
  await openDesk(page)
  const decisions: string[] = []
  page.on('request', (sent) => {
    const { pathname } = new URL(sent.url())
    if (sent.method() === 'POST' && pathname.startsWith('/v1/bookings/')) decisions.push(pathname)
  })
  const opening = page.waitForRequest(/\/v1\/cases\/[\w-]+$/)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const id = new URL((await opening).url()).pathname.split('/').at(-1)
  await confirmButton(page).waitFor()

  await page.keyboard.press('j')
  await marked(page, 2).waitFor()
  await page.keyboard.press('c')
  await page.keyboard.press('k')
  await marked(page, 1).waitFor()
  expect(decisions).toEqual([])
  // Exactly its name: while a confirmation is under way it has another.
  expect(await confirmButton(page).count()).toBe(1)

  await page.keyboard.press('c')
  await page.getByRole('button', { name: '撤回', exact: true }).waitFor()
  await page.keyboard.press('u')
  await shown(page, '已撤回').waitFor()
  await confirmButton(page).waitFor()
  expect(decisions).toEqual([`/v1/bookings/${id}/confirm`, `/v1/bookings/${id}/undo`])
  expect(complaints).toEqual([])
})

test('single keys can be turned off, and stay off', async () => {
  const { page, complaints } = await visit(wide)
  await signInAs(page, '杨春梅')
  await openDesk(page)
  await page.getByRole('switch', { name: '单键快捷键' }).click()
  await openDesk(page)
  expect(await page.getByRole('switch', { checked: false }).count()).toBe(1)
  await page.keyboard.press('j')
  expect(await marked(page, 1).count()).toBe(0)
  await page.getByRole('switch', { name: '单键快捷键' }).click()
  await page.keyboard.press('j')
  await marked(page, 1).waitFor()
  expect(complaints).toEqual([])
})

const refused = {
  status: 429,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    code: 'too_many_requests',
    title: '操作太频繁了，请稍等一会儿再试。',
    status: 429,
  }),
}

test('one look at a contact is one record, however long the case stays open', async () => {
  const [resident, staff] = [await visit(), await visit()]
  const { id } = await request(resident.page, '张丽华', 10)
  const { page } = staff
  await page.clock.install()
  await signInAs(page, '杨春梅')
  await page.goto(`/desk/case?id=${id}`)
  const look = page.getByRole('button', { name: '查看联系方式' })
  await page.route('**/contact', (route) => route.fulfill(refused), { times: 1 })
  await look.click()
  await shown(page, '操作太频繁了，请稍等一会儿再试。').waitFor()
  await look.click()
  await page.getByRole('button', { name: /^\d{11}$/ }).waitFor()

  // A write and the passing of time make the page ask for everything again, but for this.
  await confirmButton(page).click()
  await page.getByRole('button', { name: '撤回', exact: true }).waitFor()
  const again = page.waitForRequest(/\/v1\/cases\/[\w-]+$/)
  await page.clock.fastForward(31_000)
  await (await again).response()
  await page.getByRole('button', { name: /^\d{11}$/ }).waitFor()

  await resident.page.goto('/me/access-records')
  await shown(resident.page, '杨春梅 查看了您的联系方式').waitFor()
  expect(await resident.page.getByText('杨春梅 查看了您的联系方式').count()).toBe(1)
  expect([...resident.complaints, ...staff.complaints]).toEqual([])
})

test('a new request appears by itself', async () => {
  const [resident, staff] = [await visit(), await visit(wide)]
  await staff.page.clock.install()
  await signInAs(staff.page, '杨春梅')
  await openDesk(staff.page)
  const { when } = await request(resident.page, '陈文斌', 12)
  await staff.page.clock.fastForward(30_000)
  await staff.page.getByRole('button', { name: when }).waitFor()
  expect([...resident.complaints, ...staff.complaints]).toEqual([])
})

test('a list that lay behind a case asks again when it is shown, once it is old', async () => {
  const { page, complaints } = await visit()
  await page.clock.install()
  await signInAs(page, '杨春梅')
  await openDesk(page)
  await page.locator('.desk-row').first().click()
  await confirmButton(page).waitFor()
  // Old, but not yet as old as what the list asks for by itself.
  await page.clock.fastForward(16_000)
  const again = page.waitForRequest(/\/v1\/desk\/cases/, { timeout: 5_000 })
  await page.goBack()
  await again
  await page.locator('.desk-row').first().waitFor()
  expect(complaints).toEqual([])
})
