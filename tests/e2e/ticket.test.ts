/** Whoever has signed up takes it along: into the calendar, and onto a map; and out again. */
import ICAL from 'ical.js'
import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { postAs } from '../support/post-as'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

/** A day on which nobody has a task yet. */
const free = new Date(Date.now() + 8 * 3_600_000 + 24 * 86_400_000).toISOString().slice(0, 10)

const task = {
  ...{
    community: '532301101001',
    needId: null,
    kind: 'company',
    title: '陪老人下棋',
    about: null,
    place: '社区门口',
  },
  ...{
    startsAt: `${free}T06:00:00.000Z`,
    endsAt: `${free}T08:00:00.000Z`,
    places: 2,
    skill: null,
    paper: null,
  },
  ...{ adultsOnly: false, twoPeople: false, homeNeedsTwo: null, shifts: [], times: 1 },
}

async function eventOf(download: Download) {
  expect(download.suggestedFilename()).toBe('renwu.ics')
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')) as unknown[])
  const event = calendar.getFirstSubcomponent('vevent')
  return {
    status: event?.getFirstPropertyValue('status'),
    summary: event?.getFirstPropertyValue('summary'),
    location: event?.getFirstPropertyValue('location'),
  }
}

const taking = async (page: Page, name: string): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), shown(page, name).click()])
  return download
}

test('a signup goes into the calendar and onto a map, and what was given up out of the calendar', async () => {
  const [staff, volunteer] = [await visit(), await visit()]
  await signInAs(staff.page, '杨春梅')
  await signInAs(volunteer.page, '赵海涛')
  await postAs(staff.page, '/tasks', task)
  await volunteer.page.goto('/tasks')
  const { page } = volunteer
  await shown(page, '陪老人下棋').click()
  // What somebody has signed up for already stands in the list, with the same words.
  await page.waitForURL((url) => url.searchParams.has('id'))
  await shown(page, /^报名$/).click()
  await shown(page, '看这次报名').click()
  expect(await eventOf(await taking(page, '加到日历'))).toMatchObject({
    status: 'CONFIRMED',
    summary: '志愿任务：陪老人下棋',
  })
  await page.context().route('https://uri.amap.com/**', (route) => route.fulfill({ body: '' }))
  const [map] = await Promise.all([page.context().waitForEvent('page'), shown(page, '导航').click()])
  await map.waitForURL(/uri\.amap\.com/)
  expect(new URL(map.url()).searchParams.get('keyword')).toMatch(/社区门口$/)
  await map.close()
  const id = new URL(page.url()).searchParams.get('id') ?? ''
  await postAs(page, `/signups/${id}/withdraw`, {})
  await page.reload()
  expect(await eventOf(await taking(page, '日历里也取消'))).toMatchObject({ status: 'CANCELLED' })
  expect(await shown(page, '导航').count()).toBe(0)
  expect([...staff.complaints, ...volunteer.complaints]).toEqual([])
})
