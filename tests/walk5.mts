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
const link = process.argv[2] as string

const r = await page()
await step('moved', async () => {
  await signIn(r, '陈文斌'); await r.goto(base + link); await r.waitForTimeout(1500)
  await t(r, '改时间'); await r.waitForTimeout(1800)
  await r.getByRole('button', { name: /^11:00–11:30/ }).first().click(); await r.waitForTimeout(500)
  await shot(r, 'move-picked', false)
  await r.locator('a, button, [role=link], [role=button]').filter({ hasText: /改到|改成/ }).filter({ visible: true }).last().click({ timeout: 4000 }); await r.waitForTimeout(1500); await shot(r, 'move-confirm'); await dbg(r, 600)
  await r.locator('button,[role=button]').filter({ hasText: /申请|改成|确定/ }).filter({ visible: true }).last().click({ timeout: 5000 }); await r.waitForTimeout(2500); await shot(r, 'moved'); await dbg(r, 800)
})
await step('series', async () => {
  await r.goto(base + '/rooms'); await r.waitForTimeout(1500); await t(r, '舞蹈排练室'); await r.waitForTimeout(1500)
  await r.locator('.day').nth(2).click(); await r.waitForTimeout(300)
  await r.getByText('选它', { exact: true }).filter({ visible: true }).first().click({ timeout: 4000 }); await r.waitForTimeout(300)
  await t(r, '每周都要用'); await r.waitForTimeout(1500)
  await t(r, '文艺排练'); await t(r, '10 人'); await r.waitForTimeout(300); await t(r, '看看哪几周能订'); await r.waitForTimeout(2000); await shot(r, 'series-dates'); await dbg(r, 900)
  await r.locator('button,[role=button]').filter({ hasText: /^订/ }).filter({ visible: true }).last().click({ timeout: 5000 }); await r.waitForTimeout(2500); await shot(r, 'series-done'); await dbg(r, 600)
})
const s = await page({ viewport: { width: 1280, height: 860 } })
await step('staff', async () => {
  await signIn(s, '杨春梅'); await s.goto(base + '/desk/find?q=' + encodeURIComponent('议事')); await s.waitForTimeout(2000); await shot(s, 'find', false)
  await s.goto(base + '/desk/bookings'); await s.waitForTimeout(2000); await shot(s, 'lists', false)
  await s.goto(base + '/desk/room/use').catch(() => undefined); await s.waitForTimeout(1000)
  await s.goto(base + '/desk'); await s.waitForTimeout(1500); await t(s, '场地使用'); await s.waitForTimeout(2500); await shot(s, 'use', false); console.log(s.url())
  await s.goto(base + '/desk'); await s.waitForTimeout(1500); await t(s, '场地管理'); await s.waitForTimeout(2500); await shot(s, 'manage', false); console.log(s.url()); await dbg(s, 500)
  await s.goto(base + '/desk/book'); await s.waitForTimeout(2500); await shot(s, 'file', false)
})
console.log(log.join('\n')); await b.close()
