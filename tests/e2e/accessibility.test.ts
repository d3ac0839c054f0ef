/** axe finds nothing to object to on any page, in standard and elder mode, light and dark. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { objections } from '../support/axe'
import { settled, walkMatters } from '../support/matter-pages'
import { openRoom, shown, signInAs, site, toRequest } from '../support/site'
import { fillRating, toRate } from '../support/to-rate'

const { pool, visit } = await site()

/** Address → text that is there once the page is. */
const residentPages: [string, string | RegExp][] = [
  ['/', '订场地'],
  ['/services', '服务'],
  ['/cases', '办件'],
  ['/me', '我的'],
  ['/me/name', '称呼'],
  ['/me/phone', /要换号/],
  ['/me/merge', '合并以后'],
  ['/rooms', '居民议事室'],
  ['/communities', /楚雄市|选择/],
  ['/case', '这一页看不到了'],
  ['/case/rate', '这一页看不到了'],
  ['/need/new', '要帮什么'],
  ['/tasks', '做志愿者'],
  ['/task', '这一页看不到了'],
  ['/teams', '爱邻志愿服务队'],
  ['/team', '没有这支队伍'],
  ['/visits/family', /探访/],
  ['/volunteer/hours', '我的志愿时长'],
  ['/verify', '查验志愿服务证明'],
  ['/volunteer/join', '您能帮什么？'],
  ['/volunteer/change', '这一页看不到了'],
  ['/matter/new', '这件事急不急？'],
  ['/matter', '这一页看不到了'],
  ['/surveys', '本季度社区服务满意度调查'],
  ['/slip', '打不开这张评价单'],
  ['/nowhere', '没有这个页面'],
  ['/figures', '居民写的话'],
  ['/inbox', '消息'],
  ['/me/devices', /设备/],
  ['/me/calendar', '谁看得到'],
  ['/text?kind=privacy', '我们是谁'],
  ['/text?kind=help', '打电话问'],
  ['/text?kind=about', '运营单位'],
  ['/agree', '您都同意过了'],
  ['/feedback', '说的是哪一样'],
  ['/me/access-records', /记录|看过/],
  ['/me/export', '文件里有什么'],
  ['/me/leave', '会删除什么'],
]

const faces = [
  { name: 'standard', person: '李秀英', key: '10-resident', colorScheme: 'light' },
  { name: 'elder', person: '王建国', key: '11-elder', colorScheme: 'light' },
  { name: 'dark', person: '李秀英', key: '10-resident', colorScheme: 'dark' },
] as const

/** The rating page, what was said in it, its follow-up, and a survey. */
async function ratingPages(page: Page, key: string, send: boolean): Promise<void> {
  await fillRating(page, await toRate(pool, key))
  expect(await objections(page), 'rating').toEqual([])
  if (send) {
    await page.getByText('提交评价').click()
    await shown(page, '谢谢您，评价已收到。').waitFor()
    expect(await objections(page), 'rated').toEqual([])
    await shown(page, '跟进到哪一步').click()
    await shown(page, '让单位知道是您').click()
    await shown(page, '让被评价的单位知道是您？').waitFor()
    expect(await objections(page), 'follow-up').toEqual([])
  }
  await page.goto('/surveys')
  await shown(page, '本季度社区服务满意度调查').click()
  await shown(page, /还有 4 题没答/).waitFor()
  expect(await objections(page), 'survey').toEqual([])
  await page.goto('/surveys')
  await shown(page, '上季度社区服务满意度调查').click()
  await shown(page, /回答|太少/).waitFor()
  expect(await objections(page), 'results').toEqual([])
}

test.each(faces)('a resident, $name', async ({ name, person, key, colorScheme }) => {
  const { page, complaints } = await visit({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('/sign-in')
  await page.getByText(person, { exact: true }).waitFor()
  expect(await objections(page)).toEqual([])
  await signInAs(page, person)
  for (const [address, there] of residentPages) {
    await page.goto(address)
    await settled(page, there)
    expect(await objections(page), address).toEqual([])
  }
  await openRoom(page, 11)
  expect(await objections(page), 'room').toEqual([])
  await page
    .getByRole('button', { name: /，空闲/ })
    .first()
    .click()
  await toRequest(page)
  expect(await objections(page), 'request').toEqual([])
  await page.getByText('提交申请').click()
  await shown(page, '等待社区确认').waitFor()
  expect(await objections(page), 'case').toEqual([])
  await shown(page, '改主意了').click()
  await shown(page, '取消这次预订？').waitFor()
  expect(await objections(page), 'cancel sheet').toEqual([])
  await shown(page, '先不取消').click()
  await page.getByRole('button', { name: '补充说明' }).click()
  await shown(page, '要补充的话').waitFor()
  expect(await objections(page), 'supplement sheet').toEqual([])
  await ratingPages(page, key, name !== 'standard')
  expect(complaints).toEqual([])
})

test.each([390, 1280])('staff at %i px', async (width) => {
  const { page, complaints } = await visit({ viewport: { width, height: 844 }, reducedMotion: 'reduce' })
  await signInAs(page, '杨春梅')
  await page.goto('/desk')
  const row = page.locator('.desk-row').first()
  await row.waitFor()
  expect(await objections(page), 'desk').toEqual([])
  await row.click()
  await page.getByRole('img', { name: /这一件/ }).waitFor()
  expect(await objections(page), 'case').toEqual([])
  const rooms = page.waitForResponse(/\/v1\/rooms\/free\?/)
  await page.getByRole('button', { name: '不同意', exact: true }).click()
  await shown(page, '不同意这次预订？').waitFor()
  await rooms
  expect(await objections(page), 'refuse sheet').toEqual([])
  await page.goto('/desk/bookings')
  await page.locator('.desk-row').first().waitFor()
  expect(await objections(page), 'bookings').toEqual([])
  await page.locator('input[type=search]:visible').fill('议事')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /居民议事室.*党群服务中心/ }).waitFor()
  expect(await objections(page), 'what was found').toEqual([])
  await page.goto('/desk/tasks')
  await settled(page, '要做的')
  expect(await objections(page), 'tasks').toEqual([])
  await page.goto('/desk/teams')
  await settled(page, '建一支队伍')
  expect(await objections(page), 'teams').toEqual([])
  await page.goto('/desk/volunteers/import')
  await settled(page, '下载空模板')
  expect(await objections(page), 'a roster').toEqual([])
  await page.goto('/desk/task/new')
  await settled(page, '集合地点')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await shown(page, '请写任务名称').waitFor()
  expect(await objections(page), 'a new task').toEqual([])
  await openRoom(page, 11)
  await shown(page, '临时关闭场地').click()
  await shown(page, '安排一次关闭').waitFor()
  expect(await objections(page), 'closures').toEqual([])
  await shown(page, '安排一次关闭').click()
  await shown(page, '开始日期').waitFor()
  expect(await objections(page), 'to close a room').toEqual([])
  await page.goto('/desk/book')
  await settled(page, '谁要用')
  expect(await objections(page), 'to book for somebody').toEqual([])
  await page.goto('/desk/volunteers')
  await shown(page, /周三下午，周五晚上/).waitFor()
  expect(await objections(page), 'volunteers').toEqual([])
  expect(complaints).toEqual([])
})

const matterFaces = [
  { name: 'standard', elder: false, colorScheme: 'light', width: 390 },
  { name: 'elder', elder: true, colorScheme: 'light', width: 390 },
  { name: 'dark, at a desk', elder: false, colorScheme: 'dark', width: 1280 },
] as const

test.each(matterFaces)('matters, $name', async ({ elder, colorScheme, width }) => {
  const { page, complaints } = await visit({
    ...{ colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' },
  })
  const check = async (what: string): Promise<void> => expect(await objections(page), what).toEqual([])
  await walkMatters({ page, pool, elder, check })
  expect(complaints).toEqual([])
})
