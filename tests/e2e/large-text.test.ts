/** Large text (docs/design.md › Accessibility): up to 30 px nothing is cut off, and everything to tap is large enough. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { walkMatters } from '../support/matter-pages'
import { openRoom, shown, signInAs, site, toRequest } from '../support/site'
import { fillRating, toRate } from '../support/to-rate'

const { pool, visit } = await site()

const addresses = [
  '/',
  '/services',
  '/cases',
  '/me',
  '/me/name',
  '/me/phone',
  '/me/merge',
  '/rooms',
  '/communities',
  '/inbox',
  '/need/new',
  '/tasks',
  '/teams',
  '/visits/family',
  '/volunteer/hours',
  '/verify',
  '/volunteer/join',
  '/matter/new',
  '/figures',
  '/surveys',
  '/me/devices',
  '/me/calendar',
  '/text?kind=privacy',
  '/text?kind=about',
  '/agree',
  '/feedback',
  '/me/access-records',
  '/me/export',
  '/me/leave',
]

/** Texts that do not fit: cut by their own box, or reaching beyond the screen outside anything that scrolls. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const spoken = (element: Element): boolean => element.getBoundingClientRect().width > 1
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || !element.checkVisibility() || !spoken(element)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const text = range.getBoundingClientRect()
      for (let box: Element | null = element; box && !scrolls(box); box = box.parentElement) {
        const hides = getComputedStyle(box).overflowX !== 'visible' || box === document.body
        const edge = box.getBoundingClientRect()
        if (hides && (text.right > edge.right + 1 || text.left < edge.left - 1))
          found.push(node.textContent.trim())
      }
    }
    return found
  })

/** What can be tapped and is lower than it has to be, with its height. */
const tooSmall = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((height) => {
    const targets = document.querySelectorAll(
      'button, a, input, textarea, [role=button], [role=radio], [role=switch]',
    )
    return [...targets]
      .filter((one) => one.checkVisibility() && !one.closest('.skip, .taro_page[style*="display: none"]'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height < height - 0.5)
      .map(({ one, box }) => `${(one as HTMLElement).innerText || one.outerHTML} ${box.height}`)
  }, least)

const atLargest = (page: Page): Promise<unknown> =>
  page.addStyleTag({ content: '.page { --zoom: 1.5 !important }' })

test('in elder mode, enlarged to 30 px', async () => {
  const { page } = await visit({ viewport: { width: 360, height: 740 } })
  await signInAs(page, '王建国')
  const check = async (what: string): Promise<void> => {
    await page.waitForLoadState('networkidle')
    expect(await tooSmall(page, 60), `${what}: too small`).toEqual([])
    await atLargest(page)
    const size = await page.evaluate(() =>
      [...document.querySelectorAll('.page__body')].map((body) => getComputedStyle(body).fontSize).at(-1),
    )
    expect(size).toBe('30px')
    expect(await cutOff(page), `${what}: cut off`).toEqual([])
  }
  // A name as long as it may be.
  await page.goto('/me/name')
  await page.getByRole('textbox').fill('阿普'.repeat(15))
  await page.getByText('保存', { exact: true }).click()
  await shown(page, '已保存').waitFor()
  for (const address of addresses) {
    await page.goto(address)
    await check(address)
  }
  await openRoom(page, 11)
  await check('a room')
  await page
    .getByRole('button', { name: /，空闲/ })
    .first()
    .click()
  await toRequest(page)
  await check('a request')
  await page.getByText('提交申请').click()
  await shown(page, '等待社区确认').waitFor()
  await check('a case')
  await fillRating(page, await toRate(pool, '11-elder'))
  await check('a rating')
  await page.getByText('提交评价').click()
  await shown(page, '谢谢您，评价已收到。').waitFor()
  await check('what was said')
  await shown(page, '跟进到哪一步').click()
  await shown(page, '让单位知道是您').waitFor()
  await check('a follow-up')
  await page.goto('/surveys')
  await shown(page, '本季度社区服务满意度调查').click()
  await shown(page, /还有 4 题没答/).waitFor()
  await check('a survey')
  await walkMatters({ page, pool, elder: true, check })
})

test('in standard size', async () => {
  const { page } = await visit({ viewport: { width: 360, height: 740 } })
  await signInAs(page, '李秀英')
  const check = async (what: string): Promise<void> => {
    expect(await tooSmall(page, 44), what).toEqual([])
    expect(await cutOff(page), what).toEqual([])
  }
  for (const address of addresses) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    await check(address)
  }
  await walkMatters({ page, pool, elder: false, check })
})
