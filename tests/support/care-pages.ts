/** What a carer does on the pages of the care day, in a real browser. */
import type pg from 'pg'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Gate } from './gate'
import { shown, signInAs, type Visit } from './site'

/** A day's session of the running programmes that is going on now, whatever the hour of this test; it stays within its day. */
export async function sessionNow(db: pg.Pool): Promise<void> {
  await db.query(
    `UPDATE care_sessions SET
       starts_at = greatest(now() - interval '1 hour', day::timestamp AT TIME ZONE 'Asia/Shanghai'),
       ends_at = least(now() + interval '1 hour', (day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
     WHERE day = (now() AT TIME ZONE 'Asia/Shanghai')::date
       AND programme_id IN (SELECT id FROM programmes WHERE name = '社区全日看护班')`,
  )
}

/** Opens a carer's list, and waits until the browser keeps the page. */
export async function openCare(page: Page, path: '/care' | '/tablet' = '/care'): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: / 到$/ }).first().waitFor()
  await pageIsKept(page)
}

/** The worker of this page is at work, and the newest document with its files is kept. */
export async function pageIsKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(async () => (await caches.match('/')) !== undefined)
}

export const namesOf = (page: Page): Promise<string[]> =>
  page.locator('.care-child__name').filter({ visible: true }).allTextContents()

/** Everything that the page has stored on the device. */
export const storedOn = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))

/** Marks that the service has of the last minutes. */
export async function marksKept(db: pg.Pool, kind = 'present'): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM care_records WHERE kind = $1 AND received_at > now() - interval '10 minutes'`,
    [kind],
  )
  return rows[0]?.n ?? 0
}

/**
 * Takes the network away from a page, until what is returned is called. A busy browser forgets for a moment between two
 * pages that it is offline, so the service cannot be reached either.
 */
export async function noNetwork(page: Page, gate: Gate): Promise<() => Promise<void>> {
  gate.shut()
  await page.context().setOffline(true)
  return async () => {
    gate.open()
    await page.context().setOffline(false)
    // Where the browser has not said so itself.
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
  }
}

/** The mark that waited on a carer's list is with the service, and a page that looks again for what waits adds nothing. */
export async function isSentOnce(page: Page, db: pg.Pool, before: number): Promise<void> {
  await expect.poll(() => marksKept(db), { timeout: 30_000 }).toBe(before + 1)
  await page
    .getByText(/已记下/)
    .filter({ visible: true })
    .first()
    .waitFor({ state: 'detached' })
  // The list is asked for when nothing is on its way any more.
  await Promise.all([
    page.waitForResponse((answer) => answer.ok() && new URL(answer.url()).pathname === '/v1/care/today'),
    page.reload(),
  ])
  await shown(page, /^在场 \d/).waitFor()
  expect(await marksKept(db)).toBe(before + 1)
}

export async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByRole('button', { name: '9', exact: true }).filter({ visible: true }).waitFor()
  for (const digit of pin) await page.keyboard.press(digit)
}

/** A tablet that staff have paired and on which the carer is in by PIN, as all three do it on their screens. */
export async function tabletOf(
  visit: () => Promise<Visit>,
  { staff, carer, pin }: { staff: string; carer: string; pin: string },
): Promise<Visit> {
  const [desk, own, tablet] = [await visit(), await visit(), await visit()]
  await signInAs(desk.page, staff)
  await desk.page.goto('/desk/devices')
  await shown(desk.page, '生成配对码').waitFor()
  await desk.page.getByRole('button', { name: '生成配对码' }).click()
  const code = await desk.page.locator('.pair-code').textContent()
  await signInAs(own.page, carer)
  await own.page.goto('/care')
  await shown(own.page, '平板口令').click()
  await typePin(own.page, pin)
  await shown(own.page, '再输一遍').waitFor()
  await typePin(own.page, pin)
  await shown(own.page, '口令已设好').waitFor()
  await tablet.page.goto('/tablet')
  await tablet.page.locator('#pair-code').fill(code ?? '')
  await tablet.page.locator('#pair-name').fill('一楼平板')
  await tablet.page.getByRole('button', { name: '配对', exact: true }).click()
  await enterTablet(tablet.page, carer, pin)
  await Promise.all([desk.page.context().close(), own.page.context().close()])
  return tablet
}

export async function enterTablet(page: Page, carer: string, pin: string): Promise<void> {
  await shown(page, carer).click()
  await typePin(page, pin)
  await page.getByRole('button', { name: / 到$/ }).first().waitFor()
}
