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
const s = await page({ viewport: { width: 1280, height: 860 } })
await step('staff', async () => {
  await signIn(s, '杨春梅'); await s.goto(base + '/desk'); await s.waitForTimeout(2500); await shot(s, 'desk', false); await dbg(s, 1500)
  await s.goto(base + link.replace('/case', '/desk/case')); await s.waitForTimeout(2000); await shot(s, 'desk-case', false); await dbg(s, 1500)
  await s.getByRole('button', { name: /^确认/ }).filter({ visible: true }).first().click(); await s.waitForTimeout(1500); await shot(s, 'desk-confirmed', false)
  await s.goto(base + '/desk/board'); await s.waitForTimeout(2500); await shot(s, 'board', false)
  await s.locator('.blk[role=button], a.blk, button.blk').filter({ visible: true }).first().click().catch(async () => { await s.locator('.blk').first().click() }); await s.waitForTimeout(1200); await shot(s, 'board-dock', false)
})
const r = await page()
await step('moved', async () => {
  await signIn(r, '陈文斌'); await r.goto(base + link); await r.waitForTimeout(1500); await shot(r, 'confirmed'); 
  await t(r, '改时间'); await r.waitForTimeout(1800); await shot(r, 'move-room'); await dbg(r, 700)
  await r.getByText('选它', { exact: true }).filter({ visible: true }).first().click({ timeout: 4000 }).catch(() => undefined)
  await shot(r, 'move-picked', false)
  await r.locator('a,button,[role=link],[role=button]').filter({ hasText: /^改到/ }).filter({ visible: true }).last().click({ timeout: 4000 }); await r.waitForTimeout(1500); await shot(r, 'move-confirm'); await dbg(r, 600)
  await r.locator('button,[role=button]').filter({ hasText: /改|申请/ }).filter({ visible: true }).last().click(); await r.waitForTimeout(2500); await shot(r, 'moved'); await dbg(r, 800)
})
console.log(log.join('\n')); await b.close()
