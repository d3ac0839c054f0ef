/** A room every week: what clashes is named with the times near it, and one of them is taken for that week alone. */
import { expect, test } from 'vitest'
import { objections } from '../support/axe'
import { copyRooms, useRooms } from '../support/many-rooms'
import { shown, signInAs, site } from '../support/site'

const { visit, pool } = await site()
const dayMs = 86_400_000
const dayAhead = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * dayMs).toISOString().slice(0, 10)

test('one week that clashes begins at another time, one is left out, the rest is asked for', async () => {
  await copyRooms(pool, '连订厅', 1)
  for (const days of [10, 17]) await useRooms(pool, '连订厅1', dayAhead(days), [15])
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM rooms WHERE name = '连订厅1'`)
  const id = rows[0]?.id ?? ''
  const { page, complaints } = await visit()
  await signInAs(page, '李秀英')
  const at = (hour: number) => encodeURIComponent(new Date(`${dayAhead(3)}T${hour}:00+08:00`).toISOString())
  await page.goto(`/series?room=${id}&from=${at(15)}&to=${at(17)}`)
  await page.getByRole('radio', { name: '培训讲座' }).click()
  await page.getByRole('radio', { name: '10 人', exact: true }).click()
  await shown(page, '看看哪几周能订').click()
  await shown(page, '申请能订的 2 次').waitFor()
  expect(await page.getByText('这次不订', { exact: true }).count()).toBe(2)
  const first = page.getByRole('radiogroup').first()
  await first.getByRole('radio').first().click()
  await shown(page, '申请能订的 3 次').waitFor()
  expect(await objections(page)).toEqual([])
  await first.getByRole('radio', { name: '不换，这次不订' }).click()
  await shown(page, '申请能订的 2 次').waitFor()
  await first.getByRole('radio').first().click()
  await shown(page, '申请能订的 3 次').click()
  await shown(page, '提交了 3 次，等社区答复').waitFor()
  const made = await pool.query<{ n: number; hour: number }>(
    `SELECT series_number AS n, extract(hour FROM starts_at AT TIME ZONE 'Asia/Shanghai')::int AS hour FROM bookings
     WHERE room_id = $1 AND series_id IS NOT NULL ORDER BY 1`,
    [id],
  )
  expect(made.rows.map(({ n, hour }) => [n, hour === 15])).toEqual([
    [1, true],
    [2, false],
    [4, true],
  ])
  expect(complaints).toEqual([])
})
