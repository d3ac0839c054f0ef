/** Care, from the first tap to the hand-over: a family signs up and waits, a carer calls the roll with and without a network. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isSentOnce, marksKept, noNetwork, sessionNow } from '../support/care-pages'
import { gatedSite, shown, signInAs } from '../support/site'

const { pool, visit, gate } = await gatedSite()

async function openProgramme(page: Page, name: string): Promise<void> {
  await page.goto('/programmes')
  await shown(page, name).click()
  await shown(page, '名额怎么给').waitFor()
}

async function addChild(page: Page, nickname: string): Promise<void> {
  await page.mouse.move(190, 400)
  await page.mouse.wheel(0, 3000)
  await page.getByText('同意', { exact: true }).filter({ visible: true }).click()
  // The form opens at its top, whatever was scrolled before it.
  await page.waitForFunction(() => {
    const top = document.querySelector('#child-nickname')?.getBoundingClientRect().top ?? -1
    return top > 0 && top < innerHeight
  })
  await page.locator('#child-nickname').fill(nickname)
  await page.locator('#child-name').fill('李小禾')
  await page.locator('#child-birth').fill('2018-05-20')
  // What was filled in is there after a reload, and nothing of it on the device.
  await page.reload()
  await expect.poll(() => page.locator('#child-name').inputValue()).toBe('李小禾')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('李小禾')
  await page.getByRole('radio', { name: '二年级' }).click()
  await page.getByRole('radio', { name: '妈妈' }).first().click()
  await page.locator('#contact-0-name').fill('李桂花')
  await page.locator('#contact-0-phone').fill('15400000001')
  await page.getByRole('radio', { name: '爷爷奶奶、外公外婆' }).nth(1).click()
  await shown(page, '保存').click()
}

/** From the list of cases to one: the way back closes what is open, and only then leaves the page. */
async function backClosesASheet(page: Page): Promise<void> {
  const address = page.url()
  const dialog = page.getByRole('dialog').filter({ visible: true })
  for (const way of ['back', 'escape', 'close'] as const) {
    await page
      .getByRole('button', { name: /^电话找人/ })
      .filter({ visible: true })
      .click()
    await dialog.waitFor()
    if (way === 'back') await page.goBack()
    if (way === 'escape') await page.keyboard.press('Escape')
    if (way === 'close') await dialog.getByRole('button', { name: '关闭' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.waitForFunction(() => !('linliSheet' in (history.state as object)))
    expect([way, page.url()]).toEqual([way, address])
  }
  await page.goBack()
  await page.waitForURL((url) => url.pathname === '/cases')
  await shown(page, '小禾 · 周末阅读托管班').waitFor()
}

test('a guardian adds a child, signs up with one tap, has a place and gives it back', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  await openProgramme(page, '周末阅读托管班')
  await shown(page, '先添加孩子').click()
  await addChild(page, '小禾')
  await page.getByText('小禾').filter({ visible: true }).first().waitFor()
  await openProgramme(page, '周末阅读托管班')
  await page.getByRole('button', { name: '报名', exact: true }).click()
  // The page speaks of places before it is pressed too; the answer names the child.
  await shown(page, '小禾有名额了').waitFor()
  await page.goto('/cases')
  await shown(page, '小禾 · 周末阅读托管班').click()
  await shown(page, '已有名额').waitFor()
  await shown(page, /^TG-\d{6}-\d{6}$/).waitFor()
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('李小禾')
  await backClosesASheet(page)
  expect(complaints).toEqual([])
})

test('who waits sees how many are ahead, gets the freed place offered, and takes it', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '张丽华')
  await page.goto('/cases')
  await shown(page, '阳阳 · 社区全日看护班').click()
  await shown(page, /前面还有|下一个就是/).waitFor()
  // Everybody ahead leaves, and a family gives its place back.
  await pool.query(
    `UPDATE cases SET state = 'cancelled' WHERE id IN (SELECT e.case_id FROM line_entries e
    JOIN lines l ON l.id = e.line_id JOIN programmes p ON p.id = l.programme_id
    JOIN children k ON k.id = e.party_id WHERE p.name = '社区全日看护班' AND p.community_code = '532301101001'
      AND e.state = 'waiting' AND e.case_id <> $1)`,
    [new URL(page.url()).searchParams.get('id')],
  )
  const staff = await visit({ viewport: { width: 1280, height: 800 } })
  await signInAs(staff.page, '杨春梅')
  const { rows } = await pool.query<{ id: string }>(
    `SELECT e.case_id AS id FROM enrolments e JOIN programmes p ON p.id = e.programme_id JOIN children k ON k.id = e.child_id
     WHERE p.name = '社区全日看护班' AND p.community_code = '532301101001' AND e.state = 'confirmed' AND k.nickname <> '小雨'
     ORDER BY e.case_id LIMIT 1`,
  )
  await staff.page.goto(`/desk/case?id=${rows[0]?.id ?? ''}`)
  await shown(staff.page, '取消名额').click()
  await staff.page.getByRole('textbox').filter({ visible: true }).first().fill('孩子转学')
  await shown(staff.page, '发送').click()
  await shown(staff.page, '已退出').waitFor()

  await page.reload()
  await page.getByRole('button', { name: '接受', exact: true }).click()
  await shown(page, '已有名额').waitFor()
  expect([...complaints, ...staff.complaints]).toEqual([])
})

test('a carer calls the roll, and what is marked without a network is sent once', async () => {
  await sessionNow(pool)
  const { page, complaints } = await visit()
  await signInAs(page, '周小燕')
  await page.goto('/care')
  const here = page.getByRole('button', { name: / 到$/ }).first()
  await here.waitFor()
  const before = await marksKept(pool)
  const back = await noNetwork(page, gate)
  await here.click()
  await shown(page, /已记下 1 条/).waitFor()
  await back()
  await isSentOnce(page, pool, before)
  expect(complaints).toEqual([])
})
