import { chromium } from 'playwright-core'
const out = '/tmp/walk'; import { mkdirSync } from 'node:fs'; mkdirSync(out, { recursive: true })
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
const base = 'http://localhost:8130'
const log: string[] = []
export async function page(o: object = {}) {
  const c = await b.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...o })
  const p = await c.newPage()
  p.on('response', (r) => { if (r.status() >= 400) log.push(`${r.status()} ${r.request().method()} ${r.url()}`) })
  p.on('pageerror', (e) => log.push(`ERR ${e.message}`))
  p.on('console', (m) => { if (m.type() === 'error') log.push(`CON ${m.text().slice(0, 200)}`) })
  p.setDefaultTimeout(15000)
  return p
}
let n = 0
export const shot = async (p: any, name: string, full = true) => { await p.waitForTimeout(700); await p.screenshot({ path: `${out}/${String(++n).padStart(2, '0')}-${name}.png`, fullPage: full }) }
export async function signIn(p: any, name: string) {
  await p.goto(base + '/sign-in'); await p.getByText(name, { exact: true }).first().click(); await p.waitForTimeout(2500)
}
const step = async (name: string, f: () => Promise<void>) => { try { await f() } catch (e) { log.push(`STEP ${name}: ${String(e).slice(0, 300)}`) } }
const t = async (p: any, text: string | RegExp) => p.getByText(text).filter({ visible: true }).first().click()


const dbg = async (p: any, k = 1400) => console.log('---', p.url(), '\n', (await p.locator('body').innerText()).slice(0, k))
const r = await page()
await step('book', async () => {
  await signIn(r, '李桂珍').catch(() => undefined)
  await signIn(r, '陈文斌'); await r.goto(base + '/rooms'); await r.waitForTimeout(1500)
  await t(r, '居民议事室'); await r.waitForTimeout(2000); await shot(r, 'room'); await dbg(r, 900)
  // tomorrow
  const days = r.locator('.day'); console.log('days', await days.count()); await days.nth(2).click(); await r.waitForTimeout(500)

  await r.getByText('选它', { exact: true }).filter({ visible: true }).first().click(); await r.waitForTimeout(400); await shot(r, 'room-picked', false)
  const bar = r.getByRole('link', { name: /^预订|^订/ }).filter({ visible: true }).last(); console.log('bar', await bar.count())
  await r.locator('.page__bar, .bar').last().click().catch(() => undefined)
  if (!r.url().includes('request')) await bar.click().catch((e: any) => console.log(String(e).slice(0, 100)))
  await r.waitForTimeout(1500); await shot(r, 'request'); await dbg(r, 900)
  for (const w of ['居民会议', '读书学习', '培训讲座']) await r.getByText(w, { exact: true }).filter({ visible: true }).first().click({ timeout: 2000 }).then(() => { throw 'ok' }).catch((e: any) => { if (e !== 'ok') return })
  const plus = r.getByRole('button', { name: /增加/ }).filter({ visible: true }).first(); for (let k = 0; k < 6; k++) await plus.click({ timeout: 2000 }).catch(() => undefined)
  await r.waitForTimeout(300); await shot(r, 'request-filled', false)
  await r.getByRole('button', { name: /提交|确认预订|预订/ }).filter({ visible: true }).last().click(); await r.waitForTimeout(3000)
  await shot(r, 'case'); await dbg(r, 1200)
  console.log('CASE', r.url())
})
console.log(log.join('\n')); await b.close()
