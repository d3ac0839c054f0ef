/** The app's frame shows a case of a service that exists only in the tests, through a face registered there. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../support/app'
import { launchBrowser } from '../support/browser'
import { leaveFace } from '../support/sample-service/face'
import { visitDeclaration, visitKind, visitTable } from '../support/sample-service/kind'
import { askForVisit, decideVisit } from '../support/sample-service/visits'
import { h5, shown, signInAs, visitor } from '../support/site'
import { caseOf } from '../support/story'
import { makeDivisions, makePerson, type Person } from '../support/world'

const app = await testApp({ LINLI_WEB: h5 }, 'bare', [visitKind])
const browser = await launchBrowser()
const open = visitor(browser, app.base)
let party: Person
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await app.database.pool.query(visitTable)
})
beforeEach(async () => {
  await app.database.pool.query('UPDATE accounts SET demo_key = NULL')
  party = await makePerson(app, { name: '李阿芳' })
  await app.database.pool.query(`UPDATE accounts SET demo_key = '1' WHERE id = $1`, [party.accountId])
  id = await askForVisit(app, party)
})
afterAll(() => browser.close())

/** Its party's page, by the service's clock; whatever the console calls an error is a complaint. */
async function visit(faced: boolean) {
  const { page, complaints } = await open()
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
  await page.clock.install({ time: app.clock.now() })
  if (faced) await page.addInitScript(leaveFace, visitDeclaration.states)
  await signInAs(page, '李阿芳')
  return { page, complaints }
}

/** Waits until some part of the page says all of this. */
const says = (page: Page, part: string, words: readonly string[]) =>
  words
    .reduce((all, hasText) => all.filter({ hasText }), page.locator(part).filter({ visible: true }))
    .first()
    .waitFor()

test('a face from outside says what its service is on the home page, in 我的办件 and on the page of the case', async () => {
  const { page, complaints } = await visit(true)
  await says(page, '.ticket', ['后天 14:00–15:00', '请社区来看看老人', '东兴社区', '等社区回话'])
  await page.goto('/cases')
  await says(page, '.pictured', ['等社区回话', '请社区来看看老人', '上门看望 · ', '14:00–15:00 · 东兴社区'])
  await shown(page, '请社区来看看老人').click()

  await shown(page, '社区会打电话和您约好谁来。').waitFor()
  for (const words of ['看望什么', /^看看老人$/, '您请社区来家里看看', /^SM-261123-\d{6}$/])
    await shown(page, words).waitFor()
  // The route of the service, which a deployment has beside the product's.
  await page.route(`**/v1/visits/${id}/withdraw`, async (route) => {
    await decideVisit(app, party, id, 'withdraw')
    await route.fulfill({ json: await caseOf(app, party, id) })
  })
  await page.getByRole('button', { name: '不用来了', exact: true }).click()
  await shown(page, '这次看望会取消。').waitFor()
  await page.getByRole('button', { name: '不用来了，谢谢' }).click()
  await shown(page, '您说不用来了').waitFor()
  await shown(page, '已取消').waitFor()
  expect(await page.getByRole('button', { name: '不用来了', exact: true }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('without a face it is shown plainly, from what every case has', async () => {
  const { page, complaints } = await visit(false)
  await says(page, '.ticket', ['后天 14:00–15:00', '上门看望', '东兴社区', '等社区处理'])
  await page.goto('/cases')
  await says(page, '.pictured', ['等社区处理', '上门看望', '办件 · ', '14:00–15:00 · 东兴社区'])
  await shown(page, '上门看望').click()
  await shown(page, /^等社区处理，最迟.*前答复。$/).waitFor()
  await shown(page, '您提交了申请').waitFor()
  await shown(page, /^SM-261123-\d{6}$/).waitFor()
  expect(await page.getByText(/请社区来|看看老人/).count()).toBe(0)
  expect(complaints).toEqual([])
})
