/** The built mini-program itself, executed against the real service: sign in by WeChat, book, see the case. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { SignedIn } from '../../bff/contracts/src/identity'
import { call } from '../support/api'
import { testDatabase } from '../support/database'
import { realProcess } from '../support/process'
import { ok } from '../support/story'
import { testRedis } from '../support/redis'
import { wechatEnv, wechatServer } from '../support/wechat'
import { launch } from './harness'
import { createView, find, textOf } from './view'

const folder = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url))
const [database, redis, wechat] = [await testDatabase('seeded'), await testRedis(), await wechatServer()]
const urls = { databaseUrl: database.url, redisUrl: redis.url }
const service = await realProcess('main', urls, { LINLI_DEMO: '1', ...wechatEnv(wechat.base) })
await service.ready()
afterAll(() => service.stop())

const tick = '我已看过并同意《用户协议》和《隐私政策》'

/** From the ticket to the time that another day proposes, and back to the ticket. */
async function movesElsewhere(app: Awaited<ReturnType<typeof launch>>) {
  const labelled = (begin: RegExp) =>
    String(find(app.tree(), (node) => begin.test(String(node.attr.ariaLabel ?? '')))?.at(-1)?.attr.ariaLabel)
  await app.tap('改时间')
  await app.sees('原来的时间')
  await app.tap(labelled(/^周/))
  await app.tap(labelled(/^推荐 /))
  const bar = find(app.tree(), (node) => /^改到.* \d\d:\d\d–\d\d:\d\d$/.test(textOf(node).trim()))
  await app.tap(textOf(bar?.at(-1) ?? '').trim())
  await app.tap('确认改时间')
  await app.sees('您改了时间')
  expect(app.route()).toBe('features/cases/pages/case')
}

/** As staff say yes; then the ticket is passed on as a card that tells of the room alone. */
async function passesOn(app: Awaited<ReturnType<typeof launch>>) {
  const number = /CD-\d{6}-\d{6}/.exec(app.text())?.[0] ?? ''
  const { rows } = await database.pool.query<{ id: string; room: string }>(
    'SELECT c.id, b.room_id AS room FROM cases c JOIN bookings b ON b.case_id = c.id WHERE c.number = $1',
    [number],
  )
  const { id = '', room = '' } = rows[0] ?? {}
  // Not yet certain: the menu passes the first page on.
  expect(app.passesOn()).toEqual({
    title: '邻里',
    path: '/pages/home/index',
    imageUrl: '/drawings/share.jpg',
  })
  const staff = await call<SignedIn>(service.base, 'signInAsDemo', {
    body: { person: '20-staff', device: '窗口' },
  })
  await ok(call(service.base, 'confirmBooking', { params: { id }, body: {}, token: staff.body.accessToken }))
  await app.goes('navigateTo', `/features/cases/pages/case?id=${id}`)
  await app.sees('发给朋友')
  const card = app.passesOn()
  expect(card?.title).toMatch(/^居民议事室，\d+月\d+日 周. \d\d:\d\d–\d\d:\d\d$/)
  expect(card?.path).toMatch(new RegExp(`^/features/rooms/pages/room\\?id=${room}&day=\\d{4}-\\d\\d-\\d\\d$`))
  expect(existsSync(path.join(folder, card?.imageUrl ?? 'none'))).toBe(true)
  for (const own of [id, number, '测试居民', '需要投影']) expect(JSON.stringify(card)).not.toContain(own)
}

test('a resident signs in by WeChat, books a room and sees the case', async () => {
  wechat.script('first-login', { openid: 'openid-of-a-resident' })
  const app = await launch({ folder, origin: service.base, loginCodes: ['first-login'] })
  await app.sees('您好，欢迎来到邻里')

  await app.tap('选择社区')
  await app.fill('按名字找社区或村', '东兴')
  await app.tap('东兴社区')
  await app.sees('空着的场地')

  await app.tap('登录')
  // Nothing is ticked for anybody, and without a tick WeChat is not asked.
  await app.tap('微信一键登录')
  await app.sees('请先看一看，勾选以后再继续。')
  await app.tap('《隐私政策》')
  await app.sees('邻里由演示服务器（没有运营单位）运营')
  await app.goesBack()
  await app.tap(tick)
  await app.tap('微信一键登录')
  await app.sees('没有新消息')

  await app.tap('订场地')
  await app.tap('居民议事室')
  await app.sees('空闲')
  const day = find(app.tree(), (node) => /^后天/.test(String(node.attr.ariaLabel ?? '')))
  expect(day?.at(-1)?.attr.ariaLabel).toMatch(/^后天 \d+月\d+日，/)
  await app.tap(String(day?.at(-1)?.attr.ariaLabel))
  const chosen = find(
    app.tree(),
    (node) => node.attr.ariaRole === 'radio' && node.attr.ariaChecked === 'true',
  )
  expect(chosen?.at(-1)?.attr.ariaLabel).toMatch(/^后天/)
  const proposed = find(app.tree(), (node) => /^推荐 /.test(String(node.attr.ariaLabel ?? '')))
  await app.tap(String(proposed?.at(-1)?.attr.ariaLabel))
  const book = find(app.tree(), (node) => /^预订后天 \d\d:\d\d–\d\d:\d\d$/.test(textOf(node).trim()))
  await app.tap(textOf(book?.at(-1) ?? '').trim())

  await app.tap('居民会议')
  await app.tap('10 人')
  await app.fill('您的称呼', '测试居民')
  await app.fill('想告诉社区的', '需要投影')
  await app.tap('提交申请')
  await app.sees('等待社区确认')
  expect(app.route()).toBe('features/cases/pages/case')
  expect(app.text()).toMatch(/CD-\d{6}-\d{6}/)
  expect(app.text()).toContain('需要投影')
  // The number beside it is the case's community's, which need not be the person's own.
  const head = find(app.tree(), (node) => /^page__head\b/.test(String(node.attr.class)))
  expect(textOf(head?.at(-1) ?? '')).toBe('这里的电话电话找人')

  // The number is said before it is dialled.
  await app.tap('电话找人')
  expect(app.dialled).toHaveLength(0)
  const call = find(app.tree(), (node) => /^拨打 /.test(textOf(node).trim()))
  await app.tap(textOf(call?.at(-1) ?? '').trim())
  expect(app.dialled).toHaveLength(1)
  await movesElsewhere(app)
  await passesOn(app)
  expect(app.complaints()).toEqual([])
  // docs/design.md › Budgets.
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})

test('a WeChat login that fails says so, and the phone is still there', async () => {
  wechat.script('used-twice', { errcode: 40029 })
  const app = await launch({ folder, origin: service.base, loginCodes: ['used-twice'] })
  await app.tap('登录')
  await app.tap(tick)
  await app.tap('微信一键登录')
  await app.sees('微信登录没有成功，请再点一次。')
  await app.sees('获取验证码')
  expect(app.complaints()).toEqual([])
})

test('a WeChat that gives no code says so, and a second tap goes on', async () => {
  wechat.script('second-try', { openid: 'openid-of-another-resident' })
  const app = await launch({ folder, origin: service.base, loginCodes: [null, 'second-try'] })
  await app.tap('登录')
  await app.tap(tick)
  await app.tap('微信一键登录')
  await app.sees('微信没有答复。')
  await app.tap('微信一键登录')
  await app.sees('欢迎来到邻里')
  await app.loses('登录')
  expect(app.complaints()).toEqual([])
})

test('WeChat’s own privacy notice is asked in our words: declined, then agreed to, then not again', async () => {
  wechat.script('privacy-login', { openid: 'openid-with-privacy' })
  const app = await launch({ folder, origin: service.base, loginCodes: ['privacy-login'], privacy: 'needed' })
  await app.tap('登录')
  await app.tap(tick)
  await app.tap('微信一键登录')
  await app.sees('微信的隐私保护提示')
  await app.tap('不同意')
  await app.sees('没有同意微信的隐私保护提示。')
  await app.tap('微信一键登录')
  await app.agreesPrivacy('同意')
  await app.sees('欢迎来到邻里')
  expect(app.text()).not.toContain('微信的隐私保护提示')
  expect(app.complaints()).toEqual([])
})

test('what the WXML runtime cannot render is noticed (the control of the tests above)', () => {
  const view = createView(folder)
  view.render('pages/home/index.wxml', { root: { cn: [{ nn: 'no-such-component' }] } })
  expect(view.complaints.join()).toContain('WXMLRT')
})
