/** Tasks from both sides: a need becomes one, two stand by it, a third waits; who came, and the hours of it. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { postAs } from '../support/post-as'
import { shown, signInAs, site, type Visit } from '../support/site'

const { pool, visit } = await site()

const idIn = (page: Page) => new URL(page.url()).searchParams.get('id') ?? ''
/** The last: what a sheet asks lies over what opened it. */
const button = (page: Page, name: string) =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .filter({ visible: true })
    .last()

const registration = {
  ...{ community: '532301101001', childId: null, rulesVersion: 1, reach: 'community' },
  ...{ skills: ['medical', 'event'], times: ['wed_morning', 'sat_morning'] },
}

/** Somebody whom staff have verified; 赵海涛 is seeded as one. */
async function volunteer(staff: Page, name: string): Promise<Visit> {
  const one = await visit()
  await signInAs(one.page, name)
  const { status, answer } = await postAs(one.page, '/volunteers', registration)
  if (status === 201) await postAs(staff, `/volunteers/${answer.id ?? ''}/verify`, {})
  else expect(status).toBe(409)
  return one
}

const later = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
/** A day on which nobody has a task yet. */
const free = later(20)

const asks = { ...{ community: registration.community, help: 'medical', part: 'any', day: null } }

async function desk(): Promise<Visit> {
  const one = await visit({ viewport: { width: 1280, height: 900 } })
  await signInAs(one.page, '杨春梅')
  return one
}

async function openTask(page: Page, title: string): Promise<void> {
  await page.goto('/tasks')
  await shown(page, title).click()
  await shown(page, '这个任务').waitFor()
}

test('a need becomes a task: two see the home, a third waits, and takes the place of whoever withdraws', async () => {
  const staff = await desk()
  const [first, second, third] = [
    await volunteer(staff.page, '赵海涛'),
    await volunteer(staff.page, '张丽华'),
    await volunteer(staff.page, '陈文斌'),
  ]
  const served = await visit()
  await signInAs(served.page, '李秀英')
  const { answer } = await postAs(served.page, '/needs', {
    ...asks,
    wish: '想请人陪我去医院复查',
    place: '北门小区 3 栋 402',
  })
  await staff.page.goto(`/desk/case?id=${answer.id ?? ''}`)
  await button(staff.page, '找志愿者').click()
  await staff.page.locator('#task-title').fill('陪看病取药（复查）')
  await staff.page.locator('#task-day').fill(free)
  await staff.page.locator('#task-from').fill('09:00')
  await staff.page.locator('#task-to').fill('11:00')
  await button(staff.page, '发布').click()
  await shown(staff.page, '请选是不是').waitFor()
  await staff.page.getByRole('radio', { name: '是', exact: true }).click()
  await button(staff.page, '发布').click()
  await shown(staff.page, '还差 2 人').waitFor()

  await openTask(first.page, '陪看病取药（复查）')
  await shown(first.page, '上门（报上后看地址）').waitFor()
  await button(first.page, '报名').click()
  await button(first.page, '看这次报名').click()
  await shown(first.page, /等第二位志愿者报上/).waitFor()
  expect(await button(first.page, '看地址').count()).toBe(0)

  await openTask(second.page, '陪看病取药（复查）')
  await button(second.page, '报名').click()
  await button(second.page, '看这次报名').click()
  await button(second.page, '看地址').click()
  await shown(second.page, '北门小区 3 栋 402').waitFor()

  await served.page.goto(`/case?id=${answer.id ?? ''}`)
  await shown(served.page, '约好了').waitFor()

  await openTask(third.page, '陪看病取药（复查）')
  await button(third.page, '排队等候').click()
  await shown(third.page, '排上队了').waitFor()

  await shown(first.page, '改主意了').click()
  await shown(first.page, '等着您去的这家人会知道有变化。').waitFor()
  await button(first.page, '来不了了').click()
  await shown(first.page, '已退出，名额空出来了。').waitFor()

  await button(third.page, '看这次报名').click()
  await third.page.reload()
  await button(third.page, '接受').click()
  await button(third.page, '看地址').waitFor()
  const all = [staff, first, second, third, served]
  expect(all.flatMap(({ complaints }) => complaints)).toEqual([])
})

/** The task has been: its clock is turned back, and the house's own job runs. */
async function takesPlace(taskId: string): Promise<void> {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  await pool.query('UPDATE tasks SET starts_at = $2, ends_at = $3 WHERE id = $1', [taskId, ago(150), ago(30)])
  await pool.query(
    `UPDATE cases SET starts_at = $2, ends_at = $3 WHERE id IN (SELECT case_id FROM signups WHERE task_id = $1)`,
    [taskId, ago(150), ago(30)],
  )
  await pool.query(`SELECT graphile_worker.add_job('finish_signups')`)
}

test('an open task: what is missing is said at its field; who came, their hours, and an objection', async () => {
  const staff = await desk()
  const one = await volunteer(staff.page, '赵海涛')
  await staff.page.goto('/desk/tasks')
  await button(staff.page, '发任务').click()
  await button(staff.page, '发布').click()
  await shown(staff.page, '请写任务名称').waitFor()
  // What is done for many is kept at first for those who had few chances.
  await staff.page.getByRole('radio', { name: '陪伴聊天', exact: true }).first().click()
  await staff.page.locator('#task-title').fill('敬老茶话会帮忙')
  await staff.page.locator('#task-place').fill('社区服务中心一楼')
  await staff.page.locator('#task-day').fill(free)
  await staff.page.locator('#task-from').fill('14:00')
  await staff.page.locator('#task-to').fill('16:00')
  await staff.page.getByRole('radio', { name: '5 人', exact: true }).click()
  await button(staff.page, '发布').click()
  await shown(staff.page, '还差 5 人').waitFor()
  const taskId = idIn(staff.page)

  await openTask(one.page, '敬老茶话会帮忙')
  await button(one.page, '报名').click()
  await shown(one.page, '报上了').waitFor()
  await takesPlace(taskId)

  await staff.page.reload()
  expect(await shown(staff.page, '赵海涛').count()).toBe(0)
  await button(staff.page, '看名单').click()
  await button(staff.page, '补记时间：赵海涛').click()
  await button(staff.page, '记下').click()
  await shown(staff.page, /按签到算/).waitFor()
  await button(staff.page, '重新看名单').click()
  await button(staff.page, '按签到确认 1 人的时长').click()
  await shown(staff.page, '时长已确认').waitFor()

  await button(one.page, '看这次报名').click()
  await one.page.reload()
  await shown(one.page, '时长不对').click()
  await one.page.locator('#desk-note').fill('我早来了半个小时摆桌子')
  await button(one.page, '请社区核对').click()
  await shown(one.page, '时长再核对').waitFor()
  await staff.page.goto(`/desk/case?id=${idIn(one.page)}`)
  await button(staff.page, '确认时长').click()
  await button(staff.page, '时长增加').click()
  await button(staff.page, '确认时长').click()
  await shown(staff.page, '时长已确认').waitFor()
  expect([...staff.complaints, ...one.complaints]).toEqual([])
})

test('staff ask a volunteer, who signs up; the task moves, and they read the new time', async () => {
  const staff = await desk()
  const one = await volunteer(staff.page, '赵海涛')
  const on = (hour: number) => `${later(21)}T0${hour}:00:00+08:00`
  const { answer } = await postAs(staff.page, '/tasks', {
    ...{ community: registration.community, needId: null, kind: 'other', title: '分发宣传册', about: null },
    ...{
      place: '社区门口',
      places: 2,
      skill: null,
      paper: null,
      adultsOnly: false,
      twoPeople: false,
      times: 1,
    },
    ...{ homeNeedsTwo: null, shifts: [], startsAt: on(8), endsAt: on(9) },
  })
  const id = (answer as unknown as { tasks: { id: string }[] }).tasks[0]?.id ?? ''
  await staff.page.goto(`/desk/task?id=${id}`)
  await button(staff.page, '看谁合适').click()
  await button(staff.page, '邀请赵海涛').click()
  await shown(staff.page, '已邀请').waitFor()

  await openTask(one.page, '分发宣传册')
  await shown(one.page, '社区想请您帮忙').waitFor()
  await button(one.page, '报名').click()
  await shown(one.page, '报上了').waitFor()

  await staff.page.reload()
  await button(staff.page, '改时间、地点或人数').click()
  await staff.page.locator('#change-day').fill(later(22))
  await button(staff.page, '看看影响谁').click()
  await shown(staff.page, /报上的 1 人照样来/).waitFor()
  await button(staff.page, '改好，告诉大家').click()
  await shown(staff.page, '已改好').waitFor()
  await button(one.page, '看这次报名').click()
  await shown(one.page, '任务的时间或地点改了').waitFor()
  expect([staff, one].flatMap(({ complaints }) => complaints)).toEqual([])
})
