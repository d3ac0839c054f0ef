/** An address is not asked for ever, nor is a network. */
import { beforeAll, expect, test } from 'vitest'
import { calendarLooks } from '../../../bff/src/http/limits'
import { testApp } from '../../support/app'
import { askFeed, makeCalendarAddress } from '../../support/calendar-address'
import { makeDivisions, makePerson } from '../../support/world'

const scale = 0.05
const most = calendarLooks.address.max * scale
const mostOfNetwork = calendarLooks.network.max * scale
const app = await testApp({ LINLI_RATE_SCALE: String(scale), LINLI_TRUST_PROXY: '1' })

beforeAll(() => makeDivisions(app))

const from = (address: string) => ({ 'x-forwarded-for': address })

test('one address, from wherever it is asked; another one goes on', async () => {
  const [first, second] = [
    await makeCalendarAddress(app, await makePerson(app)),
    await makeCalendarAddress(app, await makePerson(app)),
  ]
  for (let n = 1; n <= most; n++)
    expect((await askFeed(app, first.file, from(`198.51.100.${n}`))).status).toBe(200)
  const refused = await askFeed(app, first.file, from('198.51.100.99'))
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await askFeed(app, second.file, from('198.51.100.99'))).status).toBe(200)
})

test('one that is none is counted just so: nothing tells the two apart', async () => {
  const file = `${'B'.repeat(43)}.ics`
  for (let n = 1; n <= most; n++) expect((await askFeed(app, file, from(`203.0.113.${n}`))).status).toBe(404)
  expect((await askFeed(app, file, from('203.0.113.99'))).status).toBe(429)
})

test('one network that tries many addresses', async () => {
  for (let n = 0; n < mostOfNetwork; n++)
    await askFeed(app, `${String(n).padStart(43, 'C')}.ics`, from('192.0.2.7'))
  expect((await askFeed(app, `${'D'.repeat(43)}.ics`, from('192.0.2.7'))).status).toBe(429)
  const { file } = await makeCalendarAddress(app, await makePerson(app))
  expect((await askFeed(app, file, from('192.0.2.8'))).status).not.toBe(429)
})
