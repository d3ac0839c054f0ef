/** The pages on top of each other, as WeChat keeps them. None of these asks the service. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { launch } from './harness'

const folder = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url))
const nowhere = { folder, origin: 'http://127.0.0.1:9', loginCodes: [] }
const rooms = '/features/rooms/pages/list'

test('with ten pages open, the next one takes the place of the last', async () => {
  const app = await launch(nowhere)
  while (app.depth() < 10) await app.goes('navigateTo', rooms)
  await expect(app.goes('navigateTo', rooms)).rejects.toThrow('webview count limit exceed')
  await app.tap('选择社区')
  expect(app.route()).toBe('features/divisions/pages/choose')
  expect(app.depth()).toBe(10)
})

test('a tab is as it was left, and what lay on top of it is gone', async () => {
  const app = await launch(nowhere)
  await app.goes('switchTab', '/pages/services/index')
  await app.tap('电话找人')
  await app.sees('拨打')
  await app.goes('switchTab', '/pages/home/index')
  await app.goes('navigateTo', rooms)
  await app.goes('switchTab', '/pages/services/index')
  expect(app.depth()).toBe(1)
  await app.sees('拨打')
})
