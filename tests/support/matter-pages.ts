/** The pages of matters and of visits, as everybody sees them who has one: whoever asked, whoever answers, and whoever brings word. */
import type pg from 'pg'
import type { Page } from 'playwright-core'
import { demoId } from '../../prisma/seed/people'
import { shown, signInAs } from './site'

/** Who, where (`:key` is whose seeded matter), and a text that is there once the page is. */
const matterPages: readonly [person: string, address: string, there: string | RegExp][] = [
  ['陈文斌', '/matter?id=:13-proxy', '同意转过去'],
  ['赵海涛', '/matter?id=:24-volunteer', '加入日历'],
  ['高正荣', '/desk/matters', '等居民补充'],
  ['高正荣', '/desk/matter?in=mine&id=:13-proxy', '等居民决定。'],
  ['高正荣', '/desk/matters/me', '开头语'],
  ['高正荣', '/desk/matters/log', '签字：'],
  ['杨春梅', '/desk/visits', '上门捎话'],
  ['杨春梅', '/visits', /本月已见/],
  ['杨春梅', '/desk/elders', /在册 \d+ 位/],
  ['杨春梅', '/desk/elders/edit?community=532301101001', '登记一位老人'],
  ['杨春梅', '/desk/elders/visitors', '谁在探访'],
  ['杨春梅', '/desk/elders/figures', /位老人，已见/],
]

/** Of this person's, the one with something to decide or a meeting to come. */
async function matterOf(pool: pg.Pool, key: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT c.id FROM cases c WHERE c.subject_id = $1 AND c.type = 'consultation' AND
       (EXISTS (SELECT FROM consultation_referrals r WHERE r.case_id = c.id AND r.state = 'proposed') OR
        EXISTS (SELECT FROM consultation_meetings m WHERE m.case_id = c.id AND m.called_off_at IS NULL))`,
    [demoId(key)],
  )
  if (!rows[0]) throw new Error(`${key} has no such matter`)
  return rows[0].id
}

/** Everything that the page asked for is there, and drawn. */
export async function settled(page: Page, there: string | RegExp): Promise<void> {
  await shown(page, there).waitFor()
  await page.locator('.skeleton:visible').first().waitFor({ state: 'hidden' })
}

interface Walk {
  page: Page
  pool: pg.Pool
  elder: boolean
  check(what: string): Promise<void>
}

/** Opens each of them, in the text size that is wished for. */
export async function walkMatters({ page, pool, elder, check }: Walk): Promise<void> {
  let signedIn = ''
  for (const [person, address, there] of matterPages) {
    if (person !== signedIn) await signInAs(page, person)
    signedIn = person
    // As the app keeps it on the device.
    const mode = JSON.stringify({ data: JSON.stringify(elder ? 'elder' : 'standard') })
    await page.evaluate((wished) => localStorage.setItem('linli.mode', wished), mode)
    const [before = '', key] = address.split(':')
    await page.goto(key === undefined ? address : before + (await matterOf(pool, key)))
    await settled(page, there)
    await page
      .locator(elder ? '.mode-elder' : '.mode-standard')
      .last()
      .waitFor()
    await check(`${person} ${address}`)
  }
}
