/** A grid worker goes from door to door without a network; the staff find it afterwards, once. */
import { expect, test } from 'vitest'
import { noNetwork, pageIsKept, storedOn } from '../support/care-pages'
import { gatedSite, shown, signInAs } from '../support/site'

const { pool, visit, gate } = await gatedSite()

const visitsKept = async (): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM visits WHERE recorded_at > now() - interval '10 minutes' AND way = 'home'
       AND visitor_id = (SELECT id FROM accounts WHERE demo_key = '21-grid') AND recorded_at > at`,
  )
  return rows[0]?.n ?? 0
}

test('visits of a household are recorded without a network, over a reload, and are there once', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '刘志强')
  await page.goto('/visits')
  await shown(page, /本月已见 \d+ 位/).waitFor()
  await pageIsKept(page)
  const before = await visitsKept()
  const back = await noNetwork(page, gate)
  await page.reload()
  await page.getByRole('button', { name: '记探访 普正华' }).click()
  await page.getByRole('radio', { name: '见到了' }).click()
  await page.getByRole('checkbox', { name: '罗桂芝 也一样' }).click()
  await page.getByRole('button', { name: '记下' }).click()
  await shown(page, /2 条记录存在手机上/).waitFor()
  await page.reload()
  await shown(page, /2 条记录存在手机上/).waitFor()
  expect(await visitsKept()).toBe(before)
  await back()
  await shown(page, /条记录/).waitFor({ state: 'hidden', timeout: 30_000 })
  await expect.poll(visitsKept).toBe(before + 2)
  expect(complaints).toEqual([])
  await page.goto('/me')
  await shown(page, '退出登录').click()
  await signInAs(page, '李秀英')
  expect(await storedOn(page)).not.toContain('普正华')
})

test('staff see who presses, call for help, and write down where somebody is', async () => {
  const { page, complaints } = await visit({ viewport: { width: 1280, height: 900 } })
  await signInAs(page, '杨春梅')
  await page.goto('/desk/elders')
  await page.getByRole('radio', { name: '两次没有人应' }).click()
  await page.getByText('李凤英', { exact: true }).click()
  await shown(page, '看电话、地址和紧急联系人').click()
  await shown(page, /李家女儿/).waitFor()
  await page.getByRole('button', { name: '记探访' }).click()
  await page.getByRole('radio', { name: '电话' }).click()
  await page.getByRole('radio', { name: '说上话了' }).click()
  await page.getByRole('button', { name: '记下' }).click()
  await shown(page, '本月已探访').waitFor()
  expect(complaints).toEqual([])
})

test('a supervisor reads how many, and no name', async () => {
  const { page, complaints } = await visit()
  await signInAs(page, '段永芬')
  await page.goto('/desk/elders/figures')
  await shown(page, /位老人，已见/).waitFor()
  await page.getByText('鹿城镇', { exact: true }).click()
  await page.getByText('东兴社区', { exact: true }).click()
  await shown(page, /^12 位老人/).waitFor()
  await page.goto('/desk/elders')
  await shown(page, '镇、县看数字，不看名字。').waitFor()
  expect(complaints).toEqual([])
})
