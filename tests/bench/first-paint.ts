/** A first visit on a slow phone: slow 4G as Lighthouse simulates it, and a processor four times slower (docs/design.md › Budgets). */
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import type { RealProcess } from '../support/process'
import { title } from './report'

const visits = 5
const kilobit = 1024 / 8
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1638 * kilobit,
  uploadThroughput: 675 * kilobit,
}

/** Milliseconds until the first and until the largest paint of one visit with nothing in any cache. */
async function paints(browser: Browser, base: string): Promise<{ first: number; largest: number }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(base, { waitUntil: 'networkidle' })
  const times = await page.evaluate(
    () =>
      new Promise<{ first: number; largest: number }>((resolve) => {
        const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
        new PerformanceObserver((list) => {
          resolve({ first, largest: list.getEntries().at(-1)?.startTime ?? NaN })
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
  await context.close()
  return times
}

export async function benchFirstPaint(bff: RealProcess): Promise<void> {
  title(`First visit, slow 4G and 4× CPU, median of ${visits}`)
  const browser = await launchBrowser()
  const all: { first: number; largest: number }[] = []
  for (let n = 0; n < visits; n++) all.push(await paints(browser, bff.base))
  await browser.close()
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(visits / 2)] ?? NaN
  const [first, largest] = [median(all.map((a) => a.first)), median(all.map((a) => a.largest))]
  console.log(`  first paint ${first.toFixed(0)} ms, largest ${largest.toFixed(0)} ms  (aim ≤ 1500 ms)`)
}
