/** Another version of a text is announced before its day, read beforehand, and asked about from its day on, without loss. */
import { expect, test } from 'vitest'
import { shown, site } from '../support/site'

const { visit, pool } = await site()
const publish = (version: number, from: string) =>
  pool.query('INSERT INTO deployment_texts VALUES ($1, $2, $3, $4, $5)', [
    'help',
    version,
    '帮助',
    from,
    `## 我们是谁\n\n这是第 ${version} 版。`,
  ])

test('a coming version is announced on the one that holds, and leads back to it', async () => {
  await publish(8, '2040-01-01T00:00:00+08:00')
  const { page, complaints } = await visit()
  await page.goto('/text?kind=help')
  await shown(page, '有新的一版，2040年1月1日起生效。').waitFor()
  await shown(page, '先看看新的一版').click()
  await shown(page, '这是第 8 版。').waitFor()
  await shown(page, '看现在的一版').click()
  await shown(page, '有新的一版，2040年1月1日起生效。').waitFor()
  expect(complaints).toEqual([])
})
