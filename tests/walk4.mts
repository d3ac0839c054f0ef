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
  await r.locator('[role=button],button').filter({ hasText: '11:00' }).filter({ visible: true }).first().click(); await r.waitForTimeout(500)
  await shot(r, 'move-picked', false)
  await r.locator('.page a, .page button, a, button, [role=link], [role=button]').filter({ hasText: /改到|改成/ }).filter({ visible: true }).last().click({ timeout: 4000 }); await r.waitForTimeout(1500); await shot(r, 'move-confirm'); await dbg(r, 600)
  await r.locator('button,[role=button]').filter({ hasText: /改|申请/ }).filter({ visible: true }).last().click(); await r.waitForTimeout(2500); await shot(r, 'moved'); await dbg(r, 800)
})
await step('series', async () => {
  await r.goto(base + '/rooms'); await r.waitForTimeout(1500); await t(r, '舞蹈排练室'); await r.waitForTimeout(1500)
  await r.locator('.day').nth(2).click(); await r.waitForTimeout(300)
  await r.getByText('选它', { exact: true }).filter({ visible: true }).first().click({ timeout: 4000 }); await r.waitForTimeout(300)
  await t(r, '每周都要用'); await r.waitForTimeout(1500); await shot(r, 'series'); await dbg(r, 900)
})
await step('elder dark', async () => {
  const d = await page({ colorScheme: 'dark' }); await signIn(d, '陈文斌'); await d.goto(base); await d.waitForTimeout(1500); await shot(d, 'dark-home'); await d.goto(base + link); await d.waitForTimeout(1500); await shot(d, 'dark-ticket')
  await d.goto(base + '/me'); await d.waitForTimeout(1000); await d.getByText(/大字版|长辈/).filter({ visible: true }).first().click(); await d.waitForTimeout(1000); await d.goto(base); await d.waitForTimeout(1500); await shot(d, 'elder-dark'); 
  const e = await page(); await signIn(e, '陈文斌'); await e.goto(base); await e.waitForTimeout(1500); await shot(e, 'elder-home'); await e.goto(base + '/rooms'); await e.waitForTimeout(1500); await shot(e, 'elder-rooms'); await e.goto(base + link); await e.waitForTimeout(1500); await shot(e, 'elder-ticket')
  await e.context().setOffline(true); await e.goto(base + '/rooms').catch(() => undefined); await e.waitForTimeout(1000); await shot(e, 'offline', false)
  await e.context().setOffline(false); await e.goto(base + '/me'); await e.waitForTimeout(1000); await e.getByText(/大字版|标准|长辈/).filter({ visible: true }).first().click().catch(() => undefined); await e.waitForTimeout(800)
})
console.log(log.join('\n')); await b.close()
