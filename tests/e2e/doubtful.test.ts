/** Words that the check could not decide: the township's staff find them by the desk's door and decide, once. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shown, signInAs, site } from '../support/site'

const { pool, visit } = await site()
const words = '管钥匙的说话像吵架一样，好像我们欠了他的。'

const stateOf = async (): Promise<string | undefined> => {
  const { rows } = await pool.query<{ state: string }>(
    'SELECT text_state AS state FROM ratings WHERE text_shown = $1',
    [words],
  )
  return rows[0]?.state
}

const openDoubtful = async (page: Page): Promise<void> => {
  await page.goto('/desk/rating-texts')
  await page.getByRole('radio', { name: '要看一看' }).click()
}

test('the township refuses with a reason; the community finds no such list', async () => {
  const [handler, unit] = [await visit(), await visit({ viewport: { width: 1280, height: 800 } })]
  await signInAs(unit.page, '杨春梅')
  await unit.page.goto('/desk/rating-texts')
  await unit.page.getByRole('radio', { name: '已回复' }).waitFor()
  expect(await unit.page.getByRole('radio', { name: '要看一看' }).count()).toBe(0)

  await signInAs(handler.page, '罗玉兰')
  await handler.page.goto('/desk')
  await shown(handler.page, /^有 1 段话要看一看，最早的从\d+月\d+日等起$/).waitFor()
  await openDoubtful(handler.page)
  await shown(handler.page, words).waitFor()
  await shown(handler.page, /^最早的从\d+月\d+日等起$/).waitFor()

  await handler.page.getByRole('button', { name: '可以公布' }).click()
  const passing = handler.page.getByRole('dialog')
  const pass = passing.getByRole('button', { name: '确定公布' })
  const hide = passing.getByLabel('还要隐去的姓名（选填）')
  await hide.fill('王强')
  await passing.getByText('上面的话里没有“王强”').waitFor()
  expect(await pass.getAttribute('aria-disabled')).toBe('true')
  await hide.fill('管钥匙')
  await passing.getByText(words.replace('管钥匙', '某某')).waitFor()
  await handler.page.context().setOffline(true)
  await pass.click()
  await handler.page.getByRole('alert').first().waitFor()
  await handler.page.context().setOffline(false)
  await passing.getByRole('button', { name: '关闭' }).last().click()
  expect(await stateOf()).toBe('doubtful')

  await handler.page.getByRole('button', { name: '不公布', exact: true }).click()
  const sheet = handler.page.getByRole('dialog')
  const send = sheet.getByRole('button', { name: '不公布', exact: true })
  expect(await send.getAttribute('aria-disabled')).toBe('true')
  await sheet.getByRole('radio', { name: '有骂人的话' }).click()
  await send.click()
  await shown(handler.page, '没有要看的').waitFor()
  expect(await stateOf()).toBe('refused')
  for (const { complaints } of [handler, unit]) expect(complaints).toEqual([])
})
