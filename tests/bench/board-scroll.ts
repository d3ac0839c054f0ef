/**
 * How a browser scrolls the board: 200 rooms with four uses a day over a week, 100 px a frame, on the built app with PostgreSQL
 * and Redis of its own: `node --import tsx tests/bench/board-scroll.ts` (after `npm run build:h5`). Figures of a machine that does
 * nothing else.
 */
import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { applyMigrations, type Servers, startServers } from '../../bff/local/servers'
import { seedWhenEmpty } from '../../prisma/seed/seed'
import { launchBrowser } from '../support/browser'
import { testKeys } from '../support/keys'
import { copyRooms, useRooms } from '../support/many-rooms'
import { realProcess } from '../support/process'
import { h5, shown, signInAs, visitor } from '../support/site'
import { letServiceIn } from '../support/templates'
import { throwAwayFolder } from '../support/throw-away'
import { loadNow } from './machine'
import { title } from './report'

const dayMs = 86_400_000
const frames = 150
const screens = [
  [1280, 800],
  [1920, 1080],
  [390, 844],
] as const

interface Figures {
  /** Milliseconds of each frame, the shortest first. */
  times: number[]
  /** Long tasks, each in milliseconds. */
  long: number[]
  /** Elements of the board, at most. */
  elements: number
}

/** Scrolls what scrolls the rooms, the box on a phone and the page on a desk. Runs in the browser. */
async function scrolled(frames: number): Promise<Figures> {
  const long: number[] = []
  new PerformanceObserver((list) =>
    list.getEntries().forEach((entry) => long.push(Math.round(entry.duration))),
  ).observe({ type: 'longtask' })
  const tall = [...document.querySelectorAll('*')].filter(
    (one) =>
      one.querySelector('.board') !== null &&
      one.scrollHeight > one.clientHeight + 500 &&
      /auto|scroll/.test(getComputedStyle(one).overflowY),
  )
  const box = tall.at(-1) ?? document.scrollingElement ?? document.body
  box.scrollTop = 0
  for (let n = 0; n < 30; n++) await new Promise(requestAnimationFrame)
  long.length = 0
  const times: number[] = []
  let [last, elements] = [performance.now(), 0]
  for (let n = 0; n < frames; n++) {
    box.scrollTop += 100
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    times.push(Math.round(now - last))
    elements = Math.max(elements, document.querySelectorAll('.board *').length)
    last = now
  }
  for (let n = 0; n < 20; n++) await new Promise(requestAnimationFrame)
  if (box.scrollTop < 5000) throw new Error('nothing has scrolled')
  return { times: times.sort((a, b) => a - b), long, elements }
}

async function benchView(page: Page, view: string, width: number): Promise<void> {
  await page.getByRole('radio', { name: view, exact: true }).click()
  await page.getByRole('row').nth(10).waitFor()
  const session = await page.context().newCDPSession(page)
  for (const rate of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    const { times, long, elements } = await page.evaluate(scrolled, frames)
    const [p50, p95, most] = [0.5, 0.95, 1].map((share) => times[Math.ceil(share * frames) - 1])
    console.log(
      `  ${String(width).padStart(4)} px ${view}, CPU ÷ ${rate}  p50 ${p50}  p95 ${p95}  max ${most} ms` +
        `  long tasks ${long.length === 0 ? 'none' : long.join(', ')}  ${elements} elements  load ${loadNow()}`,
    )
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.detach()
}

async function benchScroll(base: string, pool: pg.Pool): Promise<void> {
  await copyRooms(pool, '滚动厅', 193)
  for (let n = 0; n < 7; n++) {
    const day = new Date(Date.now() + 8 * 3_600_000 + n * dayMs).toISOString().slice(0, 10)
    await useRooms(pool, '滚动厅', day, [9, 12, 15, 18])
  }
  const browser = await launchBrowser()
  title('The board of 200 rooms, four uses a day, scrolled by 100 px a frame; milliseconds a frame')
  for (const [width, height] of screens) {
    const { page } = await visitor(browser, base)({ viewport: { width, height } })
    await signInAs(page, '杨春梅')
    await page.goto('/desk/board')
    await shown(page, '多功能活动厅').waitFor()
    for (const view of ['日', '周']) await benchView(page, view, width)
    await page.context().close()
  }
  await browser.close()
}

async function measure(servers: Servers): Promise<void> {
  await applyMigrations(servers.databaseUrl)
  await letServiceIn(servers.databaseUrl)
  await seedWhenEmpty(servers.databaseUrl, testKeys, () => {})
  const web = await realProcess('main', servers, { LINLI_DEMO: '1', LINLI_WEB: h5 })
  const pool = new pg.Pool({ connectionString: servers.databaseUrl })
  try {
    await web.ready()
    await benchScroll(web.base, pool)
  } finally {
    await pool.end()
    await web.stop()
  }
}

const folder = await throwAwayFolder('scroll')
const servers = await startServers(folder)
try {
  await measure(servers)
} finally {
  await servers.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
