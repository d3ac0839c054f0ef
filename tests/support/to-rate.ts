import type pg from 'pg'
import type { Page } from 'playwright-core'
import { demoId } from '../../prisma/seed/people'

/** The seeded booking that one of the demonstration's people has used and not rated yet. */
export async function toRate(pool: pg.Pool, key: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT c.id FROM cases c JOIN rating_rights q ON q.case_id = c.id
     WHERE c.subject_id = $1 AND q.rated_at IS NULL AND q.rate_until > now() ORDER BY q.finished_at DESC LIMIT 1`,
    [demoId(key)],
  )
  if (!rows[0]) throw new Error(`${key} has nothing to rate`)
  return rows[0].id
}

/** Fills the rating page with everything that it can hold. */
export async function fillRating(page: Page, caseId: string): Promise<void> {
  await page.goto(`/case/rate?id=${caseId}`)
  await page.getByRole('radio', { name: '非常不满意', exact: true }).click()
  await page.getByRole('button', { name: '没人开门' }).click()
  await page.locator(`#rating-${caseId}`).fill('到了以后等了半个小时。'.repeat(8))
  await page.getByRole('switch', { name: /公开这段文字/ }).click()
}
