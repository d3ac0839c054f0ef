/** At the door: the organiser's screen, the volunteer's digits, and both pages as people see them. */
import { expect, test } from 'vitest'
import { objections } from '../support/axe'
import { postAs } from '../support/post-as'
import { shown, signInAs, site } from '../support/site'

const { visit } = await site()

const soon = () => {
  const startsAt = Date.now() + 30 * 60_000
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 3_600_000).toISOString() }
}

test('whoever comes types the digits of the screen; digits that are none say so', async () => {
  const staff = await visit({ viewport: { width: 1280, height: 900 } })
  await signInAs(staff.page, '杨春梅')
  const made = await postAs(staff.page, '/tasks', {
    ...{
      community: '532301101001',
      needId: null,
      kind: 'other',
      title: '搬桌椅',
      about: null,
      place: '社区门口',
    },
    ...{
      places: 2,
      skill: null,
      paper: null,
      adultsOnly: false,
      twoPeople: false,
      times: 1,
      homeNeedsTwo: null,
      shifts: [],
    },
    ...soon(),
  })
  const taskId = (made.answer as unknown as { tasks: { id: string }[] }).tasks[0]?.id ?? ''
  const phone = await visit({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  await signInAs(phone.page, '赵海涛')
  const { answer } = await postAs(phone.page, `/tasks/${taskId}/signups`, { childId: null })

  await staff.page.goto(`/desk/task?id=${taskId}`)
  await shown(staff.page, '打开签到码').click()
  const digits = staff.page.locator('.dc__digits')
  await digits.waitFor()
  expect(await objections(staff.page), 'the screen').toEqual([])

  await phone.page.goto(`/case?id=${answer.id ?? ''}`)
  await shown(phone.page, '签到、签退').click()
  const field = phone.page.locator('#door-code')
  await field.fill('00000000')
  await shown(phone.page, '我到了').click()
  await shown(phone.page, /码不对，或者已经过期/).waitFor()
  expect(await objections(phone.page), 'the phone').toEqual([])
  await field.fill((await digits.innerText()).trim())
  await shown(phone.page, '我到了').click()
  await shown(phone.page, '我走了').waitFor()
  await phone.page.reload()
  await shown(phone.page, '我走了').waitFor()
  expect([...staff.complaints, ...phone.complaints].filter((one) => !one.includes('422'))).toEqual([])
})
