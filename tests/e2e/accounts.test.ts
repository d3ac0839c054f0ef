/** Numbers that change, two accounts that become one, and a number whose owner may be another by now. */
import { randomInt } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shown, signInAs, site } from '../support/site'

const { pool, visit } = await site()

const newNumber = (): string => `135${randomInt(10_000_000, 99_999_999)}`
const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
const exactly = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** A number's code comes at once, also the second time; a demonstration server fills it in. */
async function askForCode(page: Page, form: string, phone: string): Promise<void> {
  await pool.query('DELETE FROM phone_codes')
  await page.locator(`#${form}-phone`).fill(phone)
  await page.getByText('获取验证码').filter({ visible: true }).click()
  await shown(page, '演示环境不发短信').waitFor()
}

async function enterBy(page: Page, phone: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('checkbox').filter({ visible: true }).click()
  await askForCode(page, 'sign-in', phone)
  await exactly(page, '登录').click()
}

/** A person who came by a number and said their name. */
async function settled(phone: string, name: string): Promise<Page> {
  const { page } = await visit()
  await enterBy(page, phone)
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await page.goto('/me/name')
  await page.locator('#name').fill(name)
  await exactly(page, '保存').click()
  await shown(page, '已保存').waitFor()
  return page
}

test('a number silent for long asks for the name, and a way past it is asked once more', async () => {
  const phone = newNumber()
  await settled(phone, '张伟')
  await pool.query(`UPDATE accounts SET phone_seen_at = now() - interval '91 days'
    WHERE phone_seen_at > now() - interval '1 minute'`)
  const { page, complaints } = await visit()
  await enterBy(page, phone)
  const name = page.locator('#sign-in-owner')
  await name.waitFor()
  await name.fill('王伟')
  await exactly(page, '登录').click()
  await shown(page, '还可以填 2 次').waitFor()
  await shown(page, '不是我的，或想不起来').click()
  await shown(page, '新建一个账户？').waitFor()
  await exactly(page, '再想一想').click()
  await name.fill('張 偉')
  await exactly(page, '登录').click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await page.goto('/me')
  await shown(page, '张伟').waitFor()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('張')
  expect(complaints).toEqual([])
})

test('a number is changed by a code to it; one that has an account becomes part of this one', async () => {
  const [next, other] = [newNumber(), newNumber()]
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  await page.goto('/me/phone')
  await askForCode(page, 'change', next)
  const look = await exactly(page, '换成这个号码').evaluate(
    (button) => getComputedStyle(button).backgroundColor,
  )
  expect(look, 'the styles of the base come before those of a button').not.toBe('rgba(0, 0, 0, 0)')
  await exactly(page, '换成这个号码').click()
  await shown(page, '手机号已换好').waitFor()
  await page.goto('/me')
  await shown(page, masked(next)).waitFor()

  await settled(other, '王强')
  await page.goto('/me/phone')
  await askForCode(page, 'change', other)
  await exactly(page, '换成这个号码').click()
  await shown(page, '看看怎样合并').click()
  await shown(page, '合并以后不能再分开').waitFor()
  await exactly(page, '合并到这个账户').click()
  await shown(page, '请带身份证到社区窗口办理').waitFor()
  await page
    .getByRole('button', { name: /^电话找人/ })
    .filter({ visible: true })
    .first()
    .waitFor()

  await pool.query(`UPDATE accounts SET name_enc = NULL WHERE created_at > now() - interval '1 minute'`)
  await exactly(page, '合并到这个账户').click()
  await shown(page, '两个账户已合并成一个').waitFor()
  await page.goto('/me/merge')
  await askForCode(page, 'merge', newNumber())
  await exactly(page, '合并到这个账户').click()
  await shown(page, '没有别的账户').waitFor()
  await exactly(page, '去换成这个号码').click()
  await shown(page, masked(next)).waitFor()

  const { page: again } = await visit()
  await enterBy(again, other)
  await again.waitForURL((url) => !url.pathname.includes('sign-in'))
  await again.goto('/me')
  await shown(again, '李秀英').waitFor()
  expect(complaints).toEqual([])
})

test('a lost number: one member of staff sees the papers and enters, another reads the name from them', async () => {
  const [old, next] = [newNumber(), newNumber()]
  const person = await settled(old, '张伟')
  const { page } = await visit({ viewport: { width: 1280, height: 900 } })
  await signInAs(page, '杨春梅')
  await page.goto('/desk/accounts')
  await shown(page, '办理换号或合并').click()
  await shown(page, '提交，请同事确认').click()
  await shown(page, '请先看证件，再选一项').waitFor()
  await page.getByRole('radio', { name: '身份证' }).click()
  await page.locator('#person-name').fill('张伟')
  await page.locator('#person-known').fill(old)
  await askForCode(page, 'new-number', next)
  await shown(page, '提交，请同事确认').click()
  await shown(page, '您提交的，等同事确认').waitFor()

  await person.goto('/me/phone')
  await shown(person, '不是您办的').waitFor()

  const { page: second, complaints } = await visit()
  await signInAs(second, '罗玉兰')
  await second.goto('/desk/accounts')
  await shown(second, `${masked(old)} → ${masked(next)}`).click()
  await second.locator('#papers-name').fill('张伟强')
  await exactly(second, '看过证件，确认').click()
  await shown(second, '证件上的姓名和这个账户的不一样').waitFor()
  await second.locator('#papers-name').fill('張伟')
  await exactly(second, '看过证件，确认').click()
  await shown(second, '已换好').waitFor()
  await shown(second, '没有在等确认的').waitFor()

  const { page: back } = await visit()
  await enterBy(back, next)
  await back.waitForURL((url) => !url.pathname.includes('sign-in'))
  await back.goto('/me/phone')
  await shown(back, /窗口换号/).waitFor()
  expect(complaints).toEqual([])
})
