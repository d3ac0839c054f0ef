/** A rating from the case page to the second verdict, the slip of a person without the app, and a survey. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { postAs } from '../support/post-as'
import { shown, signInAs, site } from '../support/site'
import { toRate } from '../support/to-rate'

const { pool, visit } = await site()

async function openRating(page: Page, name: string, key: string): Promise<string> {
  await signInAs(page, name)
  const id = await toRate(pool, key)
  await page.goto(`/case?id=${id}`)
  await shown(page, '评价这次服务').click()
  await shown(page, '您觉得怎么样？').waitFor()
  return id
}

const grade = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const send = (page: Page) => page.getByRole('button', { name: '提交评价' })

test('a resident rates: nothing is chosen for them, words may be shown and taken back', async () => {
  const { page, complaints } = await visit()
  const id = await openRating(page, '李秀英', '10-resident')
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  expect(await send(page).getAttribute('aria-disabled')).toBe('true')
  await grade(page, '满意').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await grade(page, '满意').getAttribute('aria-checked')).toBe('true')
  await page.getByRole('button', { name: '场地干净' }).click()
  // Without words there is nothing to show to others.
  const publish = page.getByRole('switch', { name: /公开这段文字/ })
  expect(await publish.count()).toBe(0)
  await page.locator(`#rating-${id}`).fill('大厅很亮堂')
  await publish.click()
  // What was filled in survives a closed app.
  await page.reload()
  await send(page).click()
  await shown(page, '谢谢您，评价已收到。').waitFor()
  await shown(page, '大厅很亮堂').waitFor()
  const checked = (): Promise<unknown> =>
    pool
      .query<{ text_state: string }>('SELECT text_state FROM ratings WHERE case_id = $1', [id])
      .then(({ rows }) => rows[0]?.text_state)
  await expect.poll(checked, { timeout: 60_000 }).toBe('passed')
  await page.reload()
  await shown(page, '检查已通过，这段文字明天起公开').waitFor()

  await shown(page, '收回文字').click()
  await shown(page, '确定收回').click()
  await page.getByText('大厅很亮堂').waitFor({ state: 'detached' })
  await shown(page, '场地干净').waitFor()
  await page.goto(`/case?id=${id}`)
  await shown(page, '我的评价').waitFor()
  expect(await page.getByText('评价这次服务').count()).toBe(0)
  expect(complaints).toEqual([])
})

async function step(page: Page, id: string, name: string): Promise<void> {
  const { status } = await postAs(page, `/follow-ups/${id}/${name}`, { note: `测试：${name}` })
  expect(status, name).toBe(200)
}

test('a bad grade is followed up in sight of who gave it, up to the second verdict', async () => {
  const { page, complaints } = await visit()
  await openRating(page, '张丽华', '12-guardian')
  await grade(page, '不满意').click()
  await shown(page, /1 个工作日内联系您，督促 5 个工作日内改好/).waitFor()
  await page.getByRole('button', { name: '没人开门' }).click()
  await send(page).click()
  await shown(page, '等社区上级联系您').waitFor()
  await shown(page, '跟进到哪一步').click()
  await shown(page, /最迟.*前。$/).waitFor()
  const id = new URL(page.url()).searchParams.get('id') ?? ''

  const [handler, unit] = [await visit(), await visit()]
  await signInAs(handler.page, '罗玉兰')
  await signInAs(unit.page, '杨春梅')
  await step(handler.page, id, 'contact')
  await step(unit.page, id, 'rectify')
  await step(handler.page, id, 'tell')

  await page.reload()
  await shown(page, '整改得怎么样？').waitFor()
  await page.locator('#case-verdict-words').fill('门开得准时了')
  await page.getByRole('button', { name: '满意了', exact: true }).click()
  await shown(page, '已办结').waitFor()
  await shown(page, '您说满意了').waitFor()
  await shown(page, '我的评价').click()
  await shown(page, '门开得准时了').waitFor()
  expect([...complaints, ...handler.complaints, ...unit.complaints]).toEqual([])
})

test('somebody without the app rates by a printed slip and a code, in large text', async () => {
  const staff = await visit()
  await signInAs(staff.page, '杨春梅')
  const id = await toRate(pool, '11-elder')
  const { answer } = await postAs(staff.page, `/cases/${id}/rating-slip`, {})

  const { page, complaints } = await visit()
  await page.goto(answer.path ?? '')
  await page.getByRole('button', { name: '换成大字' }).click()
  await page.getByRole('button', { name: '发送验证码' }).click()
  const said = await shown(page, /验证码是 \d{6}/).innerText()
  const code = /\d{6}/.exec(said)?.[0] ?? ''
  await page.locator('#slip-code').fill(code === '111111' ? '222222' : '111111')
  await page.getByRole('button', { name: '下一步' }).click()
  await shown(page, '验证码不对，请再看一下短信。').waitFor()
  await page.locator('#slip-code').fill(code)
  await page.getByRole('button', { name: '下一步' }).click()
  await grade(page, '非常满意').click()
  await send(page).click()
  await shown(page, '谢谢您，评价已收到。可以关掉这一页了。').waitFor()
  // Whoever's telephone it is, nothing of the rating stays on it.
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /draft|intent|answer/.test(key))),
  ).toEqual([])
  const { rows } = await pool.query<{ grade: string }>('SELECT grade FROM ratings WHERE case_id = $1', [id])
  expect(rows).toEqual([{ grade: 'very_satisfied' }])
  expect([...complaints, ...staff.complaints]).toEqual([])
})

test('a survey on the home page is answered once, and is gone from there', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '陈文斌')
  await shown(page, '本季度社区服务满意度调查').click()
  await shown(page, '还有 4 题没答').waitFor()
  const questions = page.getByRole('radiogroup').filter({ visible: true })
  for (let n = 0; n < 4; n += 1) await questions.nth(n).getByRole('radio').first().click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await shown(page, '谢谢您的回答').waitFor()
  await page.goto('/')
  await shown(page, '我的消息').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.getByText('本季度社区服务满意度调查').count()).toBe(0)
  expect(complaints).toEqual([])
})
