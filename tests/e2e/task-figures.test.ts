/** Whoever supervises reads how tasks stand below them, and goes down by a tap. */
import { expect, test } from 'vitest'
import { postAs } from '../support/post-as'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

/** A fortnight from now, from two to four. */
const day = new Date(Date.now() + 8 * 3_600_000 + 14 * 86_400_000).toISOString().slice(0, 10)
const task = {
  ...{ community: '532301101001', needId: null, kind: 'company', title: '陪老人下棋', about: null },
  ...{ place: '社区门口', startsAt: `${day}T06:00:00.000Z`, endsAt: `${day}T08:00:00.000Z`, places: 3 },
  ...{
    skill: null,
    paper: null,
    adultsOnly: false,
    twoPeople: false,
    homeNeedsTwo: null,
    shifts: [],
    times: 1,
  },
}

test.each([
  ['马国庆', '鹿城镇', '东兴社区'],
  ['段永芬', '楚雄市', '鹿城镇'],
])('%s reads how many people are lacking, and where', async (name, own, below) => {
  const { page, complaints } = await visit()
  await signInAs(page, name)
  const lacking = async () => {
    await page.goto('/desk/tasks/figures')
    await page.getByRole('heading', { name: own }).waitFor()
    const words = (await shown(page, /个任务，人齐的 \d+ 个，还差 \d+ 人/).innerText()).match(/还差 (\d+) 人/)
    return Number(words?.[1])
  }
  const before = await lacking()
  const staff = await visit()
  await signInAs(staff.page, '杨春梅')
  await postAs(staff.page, '/tasks', task)
  expect(await lacking()).toBe(before + 3)
  await shown(page, below).click()
  await page.getByRole('heading', { name: below }).waitFor()
  await shown(page, '求助都按时答复了').waitFor()
  expect([...complaints, ...staff.complaints]).toEqual([])
})
