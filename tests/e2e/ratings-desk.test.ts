/** Staff and the public: a bad grade from the first call to the call-back, the public figures, a survey with paper. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoId } from '../../prisma/seed/people'
import { printedNumber } from '../../miniapp/src/features/survey-desk/sheet-number'
import { shown, signInAs, site } from '../support/site'

const { pool, visit } = await site()
const wide = { viewport: { width: 1280, height: 800 } }

/** So many together that no seeded rating has them. */
const reasons = ['没人开门', '不干净', '等太久']

/** A resident rates what they have used as bad, by the page. */
async function rateBadly(page: Page): Promise<void> {
  await signInAs(page, '李秀英')
  const { rows } = await pool.query<{ id: string }>(
    `SELECT q.case_id AS id FROM rating_rights q JOIN cases c ON c.id = q.case_id
     WHERE c.subject_id = $1 AND q.rated_at IS NULL AND q.rate_until > now() LIMIT 1`,
    [demoId('10-resident')],
  )
  await page.goto(`/case/rate?id=${rows[0]?.id ?? ''}`)
  await page.getByRole('radio', { name: '非常不满意' }).click()
  for (const reason of reasons) await page.getByRole('button', { name: reason, exact: true }).click()
  await shown(page, '提交评价').click()
  await shown(page, '谢谢您').waitFor()
}

/** Opens the one that waits for the first call, or for something else of the reader's, by the keyboard. */
async function openMine(page: Page, state: string, said = reasons.join('、')): Promise<void> {
  await page.goto('/desk/follow-ups')
  const row = page.locator('.desk-row').filter({ hasText: said }).filter({ hasText: state })
  await row.waitFor()
  for (let n = 0; n < 9 && (await row.getAttribute('aria-current')) !== 'true'; n++)
    await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.locator('.desk__detail').getByText(said).first().waitFor()
}

async function say(page: Page, button: string, note: string, sent = '发送'): Promise<void> {
  await page.locator('.desk__bar').getByRole('button', { name: button }).click()
  const send = page.getByRole('dialog').getByRole('button', { name: sent })
  expect(await send.getAttribute('aria-disabled')).toBe('true')
  await page.locator('#desk-note').fill(note)
  await send.click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('a bad grade: the township calls, the community puts it right and cannot end it, the township calls back', async () => {
  const [resident, handler, unit] = [await visit(), await visit(wide), await visit(wide)]
  await rateBadly(resident.page)

  await signInAs(handler.page, '罗玉兰')
  await openMine(handler.page, '等上级联系评价人')
  const detail = handler.page.locator('.desk__detail')
  await detail.getByText('查看会留下记录').waitFor()
  await detail.getByText('查看联系方式').click()
  await detail.getByText('李秀英').waitFor()
  await say(handler.page, '没打通', '响了十声没有人接', '记一笔')
  await detail.getByText('响了十声没有人接').waitFor()
  await say(handler.page, '已联系上', '等了半小时没人来开门')
  await detail.getByText('单位正在整改').waitFor()

  await signInAs(unit.page, '杨春梅')
  // The unit reads them in an order of their own: that of the taps is the resident's.
  await openMine(unit.page, '单位正在整改', '不干净、没人开门、等太久')
  const rated = unit.page.locator('.desk__detail')
  await rated.getByText('由评价人表态或上级复核后结案，本单位不能结案。').waitFor()
  await rated.getByText('评价人不公开。').waitFor()
  expect(await rated.innerText()).not.toContain('李秀英')
  expect(await rated.getByText('查看联系方式').count()).toBe(0)
  await say(unit.page, '提交整改结果', '开始前二十分钟有人开门')
  await rated.getByText('已整改，等上级回访').waitFor()
  expect(await unit.page.locator('.desk__bar').count()).toBe(0)

  await openMine(handler.page, '已整改，等上级回访')
  await say(handler.page, '已回访告知', '告知了新的安排，评价人说知道了')
  await detail.getByText('已回访，等评价人表态').waitFor()
  for (const { complaints } of [resident, handler, unit]) expect(complaints).toEqual([])
})

test('the figures of a community are read without signing in, as text too', async () => {
  const { page, complaints } = await visit()
  await page.goto('/figures?community=532301101001')
  // Every line of the trend carries its number, and every tile its name.
  const months = page.getByRole('list', { name: '好评率，每月' }).getByRole('listitem')
  await months.first().waitFor()
  const lines = await months.allInnerTexts()
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines)
    expect(line.replaceAll('\n', ' ')).toMatch(
      /^\d{4}年\d+月 (\d+%(～\d+%| 以上| 以下)? \d+ 件评价|暂不公布)$/,
    )
  for (const name of ['好评率', '主动评价率', '未评率', '差评回复率', '回访整改率', '整改满意率'])
    await shown(page, name).waitFor()
  await page.getByRole('radio', { name: '未评率' }).click()
  await page.getByRole('list', { name: '未评率，每月' }).waitFor()
  expect(await page.getByText('占评了的和到期没评的总数').count()).toBe(0)
  await page.getByRole('button', { name: '这些数字怎么算的', expanded: false }).click()
  await shown(page, '占评了的和到期没评的总数').waitFor()
  await page.getByRole('radio', { name: '课后托管' }).first().click()
  await shown(page, '还没有能公布的数据').waitFor()
  expect(await page.getByText(/排名第|名次/).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a supervisor sees a table of all below in the order of the register, and goes down', async () => {
  const { page, complaints } = await visit(wide)
  await signInAs(page, '段永芬')
  await page.goto('/desk/figures')
  const places = page.getByRole('table').getByRole('rowheader')
  await places.first().waitFor()
  expect((await places.allInnerTexts()).slice(0, 3)).toEqual(['鹿城镇', '东瓜镇', '吕合镇'])
  expect(await page.getByRole('columnheader').allInnerTexts()).toContain('其中超期')
  await places.first().getByRole('link').click()
  await page.getByRole('heading', { level: 2, name: '鹿城镇' }).waitFor()
  await page.getByRole('rowheader', { name: '东兴社区' }).waitFor()
  // A wrong division: said once.
  await page.goto('/desk/figures?division=532399')
  await shown(page, '这一页看不到了').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.getByText('这一页看不到了').count()).toBe(1)
  expect(complaints).toEqual([])
})

/** Enters a sheet of paper for the survey that is open. */
async function enterSheet(page: Page, answers: readonly string[]): Promise<void> {
  for (const [n, answer] of answers.entries())
    await page.getByRole('radiogroup').nth(n).getByRole('radio', { name: answer, exact: true }).click()
  await page.getByRole('button', { name: '录入并继续' }).click()
}

test('a survey from the draft to its paper, printed, keyed in and put right', async () => {
  const { page, complaints } = await visit(wide)
  await signInAs(page, '杨春梅')
  await page.goto('/desk/surveys')
  await shown(page, '新建调查').click()
  await shown(page, '保存草稿').click()
  // What nobody has said is marked at its place.
  await shown(page, '请填标题。').waitFor()
  await shown(page, '请写要问什么。').waitFor()
  await page.locator('#survey-title').fill('活动室开放时间')
  await page.locator('#question-0').fill('您对开放时间满意吗？')
  await page.getByText(/^再加一题/).click()
  await page.locator('#question-1').fill('您想什么时候来？')
  await page.getByRole('radio', { name: '选择题' }).nth(1).click()
  await page.locator('#question-1-option-0').fill('早上')
  await page.locator('#question-1-option-1').fill('早上')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await page.locator('#survey-startsOn').fill(today)
  await shown(page, '保存草稿').click()
  await shown(page, '这个选项写了两次，请改一个').waitFor()
  await page.locator('#question-1-option-1').fill('晚上')
  await shown(page, '保存草稿').click()
  await shown(page, '草稿已保存').waitFor()

  await page.getByRole('button', { name: '发布', exact: true }).click()
  await shown(page, '确定发布').click()
  await shown(page, '打印纸质问卷').click()
  await shown(page, '取 20 个编号').click()
  await shown(page, '编号 1 到 20').waitFor()
  await page.goBack()
  await shown(page, '印 20 份，录入 0 份').waitFor()
  await shown(page, '录入纸质问卷').click()
  for (let n = 1; n <= 6; n++) {
    await enterSheet(page, [n === 1 ? '不满意' : '满意', '晚上'])
    await shown(page, `这个社区已录入 ${n} 份`).waitFor()
  }
  // A sheet counts once.
  await page.locator('#paper-sheet').fill(printedNumber(3))
  await enterSheet(page, ['满意', '早上'])
  await shown(page, '这张问卷已经录入过了，请核对编号；录错了可以更正。').waitFor()
  await shown(page, '更正这一份').click()
  await shown(page, '第 3 号已更正').waitFor()
  // A number that was copied wrongly is not asked about.
  await page.locator('#paper-sheet').fill(printedNumber(3).replace('3', '4'))
  await enterSheet(page, ['满意', '早上'])
  await shown(page, '编号抄错了，请对照纸上再填。').waitFor()
  // Only what was printed here.
  await page.locator('#paper-sheet').fill(printedNumber(21))
  await enterSheet(page, ['满意', '早上'])
  await shown(page, '这个社区没有印过这个编号，请核对问卷右上角的编号。').waitFor()

  await page.goBack()
  await shown(page, '印 20 份，录入 6 份，更正 1 份').waitFor()
  // Nothing moves before the next morning, and the level above ends it.
  await shown(page, '明天早上起才显示，今天答的明天算进来。').waitFor()
  await shown(page, '要提前结束，由上一级决定，请打电话给上一级。').waitFor()
  expect(await page.getByRole('button', { name: '提前结束' }).count()).toBe(0)
  expect(complaints).toEqual([])
})
