/** The keyboard alone can book (docs/design.md › Accessibility): Tab, arrows, Enter and Space, and always a visible focus. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

/** Presses Tab until the focused element's text or name matches. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      return `${element?.getAttribute('aria-label') ?? ''} ${element?.innerText ?? ''}`.trim()
    })
    if (wanted.test(focused)) return
  }
  throw new Error(`Tab never reached ${wanted}`)
}

/** Only the outline counts: shadows and borders are there without focus too. */
const focusIsVisible = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    if (!document.activeElement || document.activeElement === document.body) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  })

test('from home to a request without a pointer', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '张丽华')
  await tabTo(page, /订场地/)
  expect(await focusIsVisible(page)).toBe(true)
  await page.keyboard.press('Enter')
  await shown(page, '居民议事室').waitFor()
  await tabTo(page, /居民议事室/)
  await page.keyboard.press('Enter')
  await page.getByRole('radiogroup', { name: /日|天/ }).waitFor()
  await tabTo(page, /今天/)
  for (let day = 0; day < 8; day++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await tabTo(page, /\d\d:\d\d–\d\d:\d\d，.*(空闲|已选)/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^预订.*–/)
  expect(await focusIsVisible(page)).toBe(true)
  await page.keyboard.press('Enter')
  for (const choice of [/居民会议/, /^5 人/]) {
    await tabTo(page, choice)
    await page.keyboard.press('Space')
  }
  await page.getByText('提交申请').waitFor()
  await tabTo(page, /提交申请/)
  await page.keyboard.press('Space')
  await shown(page, '等待社区确认').waitFor()
  expect(complaints).toEqual([])
})
