/** What docs/design.md › Budgets says for the browser: what a first visit loads, and that nothing jumps while it does. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { site } from '../support/site'

const { visit } = await site()
const kib = 1024

/** Bytes of JavaScript and CSS as they came over the wire, compressed. */
async function codeBytes(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const code = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Stylesheet') code.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (code.has(requestId)) bytes += encodedDataLength
  })
  await act()
  return bytes
}

test('a first visit loads at most 200 KiB of code, and nothing jumps', async () => {
  const { page } = await visit()
  await page.addInitScript(() => {
    const shifts = { total: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.total += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  // Until what is fetched ahead for the other pages has come, too: a busy machine takes its time.
  const bytes = await codeBytes(page, () => page.goto('/', { waitUntil: 'networkidle', timeout: 60_000 }))
  expect(bytes).toBeGreaterThan(10 * kib)
  expect(bytes).toBeLessThanOrEqual(200 * kib)
  const shifted = await page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total)
  expect(shifted).toBe(0)
})

const folder = fileURLToPath(new URL('../../miniapp/dist/h5/static/js', import.meta.url))

test('what is copied stays nowhere but on the clipboard, and no dialogs of the framework are loaded', () => {
  const scripts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  expect(scripts.filter((script) => /taro_clipboard|taro-modal|@font-face/.test(script))).toHaveLength(0)
})

test('every script of the build is valid JavaScript', () => {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  for (const name of scripts) execFileSync(process.execPath, ['--check', join(folder, name)])
})
